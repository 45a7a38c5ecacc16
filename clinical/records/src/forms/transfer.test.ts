import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../canonical-json.ts';
import { migrateAnswers, readAnswers } from '../form-definition.ts';
import { transfer } from './transfer.ts';

const up = (answers: JsonObject) => migrateAnswers(transfer, answers, 1, 2);
const down = (answers: JsonObject) => migrateAnswers(transfer, answers, 2, 1);
const id = '3f2b8a10-5c1d-4e7f-9a6b-0d1e2f3a4b5c';

describe('transfer, version 1 (one field for the place) to version 2 (a name, and an identifier)', () => {
  it.each([
    ['a name of one word', { to_facility: 'Kati' }, { to_facility: 'Kati' }],
    ['a name of several', { to_facility: 'CSRéf de Kalabancoro' }, { to_facility: 'CSRéf de Kalabancoro' }],
    ['an identifier as phones make them', { to_facility: id }, { to_facility_id: id }],
    ['that of a centre which a phone named', { to_facility: `local-${id}` }, { to_facility_id: `local-${id}` }],
    ['nothing', { transfer: 'permanent' }, { transfer: 'permanent' }],
    ['an answer that was taken back', { to_facility: null }, { to_facility: null }],
  ])('reads %s for what it is', (_, before, after) => {
    expect(up(before)).toEqual(after);
  });

  it('reads an old entry: the name as a name, the identifier unknown', () => {
    const read = readAnswers(transfer, { transfer: 'permanent', to_facility: 'Kati' }, 1);
    expect(read.ok && read.value).toMatchObject({ to_facility: 'Kati', to_facility_id: null });
  });

  it('goes down and comes back without loss, unknown fields included', () => {
    const place = fc.option(fc.constantFrom('Kati', 'CSCom de Kati', 'cscom-9'), { nil: undefined });
    const known = fc.option(fc.constantFrom(id, 'cscom-7'), { nil: undefined });
    fc.assert(
      fc.property(place, known, fc.jsonValue(), (name, identifier, other) => {
        const answers = JSON.parse(JSON.stringify({ to_facility: name, to_facility_id: identifier, other }));
        expect(up(down(answers))).toEqual(answers);
      }),
    );
  });

  it('goes up and comes back as it was to an app that knows one field', () => {
    fc.assert(
      fc.property(fc.constantFrom('Kati', 'CSCom de Kati', id), (to_facility) => {
        expect(down(up({ to_facility }))['to_facility']).toBe(to_facility);
      }),
    );
  });

  it('refuses to write an identifier that is none', () => {
    const answers = { transfer: 'permanent', to_facility_id: 'CSCom de Kati' };
    expect(readAnswers(transfer, answers, 2, 'writing').ok).toBe(false);
  });
});
