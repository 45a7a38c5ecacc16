import { compileForm } from '@denba/questionnaires/compile-form';
import type { JsonObject } from '@denba/records/canonical-json';
import { describe, expect, it } from 'vitest';
import { mami } from '../../../test/running-mami.ts';
import { askedIn, inParts } from '../entry/asked-in.ts';
import { correctionForm } from './correction-form.ts';

const words = { label: (name: string) => `[${name}]`, code: (name: string, code: string) => `${name}=${code}` };
const form = (answers: JsonObject) => correctionForm(mami, askedIn(mami, 'follow-up'), answers, words);
const questions = (answers: JsonObject) =>
  form(answers).items.flatMap((item) => (item.kind === 'question' ? [item] : []));

describe('the form of a correction', () => {
  it('asks what the entry answered, in the words, choices and limits of the protocol', () => {
    const [weight, milk] = questions({ weight_g: 3000, bf_status: 'exclusive' });
    expect(weight).toMatchObject({
      name: 'weight_g',
      type: 'integer',
      label: { fr: expect.stringContaining('Poids') },
    });
    expect(milk).toMatchObject({ name: 'bf_status', type: 'code', choices: 'bf_status' });
    expect(form({ bf_status: 'exclusive' }).choices['bf_status']?.length).toBeGreaterThan(2);
    expect(form({ weight_g: 3000 }).elements['weight_g']).toBeDefined();
  });

  it('hangs on nothing: no question is hidden, required or checked against others', () => {
    const every = Object.fromEntries(mami.elements.map(({ name }) => [name, null]));
    const asked = questions(every);
    expect(asked.length).toBeGreaterThan(150);
    for (const { name, relevant, required, constraint, readings } of asked) {
      expect([name, relevant, required, constraint, readings]).toEqual([name, null, false, null, null]);
    }
    expect(compileForm(form(every)).ok).toBe(true);
  });

  it('asks fields of the record by their kind, with its words', () => {
    const asked = questions({
      ...{ birth_outcome: 'live', mother_birth_date: '1999-04-12', birth_count: 2, father_name: 'Moussa' },
      ...{ consent_scope: ['care'], urgent: true },
    });
    expect(asked.map(({ name, type, label }) => [name, type, label.fr])).toEqual([
      ['birth_outcome', 'code', '[birth_outcome]'],
      ['mother_birth_date', 'date', 'Date de naissance de la mère'],
      ['birth_count', 'number', '[birth_count]'],
      ['father_name', 'text', 'Nom du père'],
      ['consent_scope', 'codes', '[consent_scope]'],
      ['urgent', 'boolean', '[urgent]'],
    ]);
    expect(form({ birth_outcome: 'live' }).choices['record birth_outcome']?.map(({ label }) => label.fr)).toEqual([
      'birth_outcome=live',
      'birth_outcome=stillbirth',
    ]);
  });

  it('also asks what the entry left open', () => {
    const asked = questions({ head_cm: null, card_code: null, birth_outcome: null });
    expect(asked.map(({ name, type }) => [name, type])).toEqual([
      ['head_cm', 'number'],
      ['card_code', 'text'],
      ['birth_outcome', 'code'],
    ]);
  });

  it('leaves ids and what was worked out alone', () => {
    expect(
      questions({
        ...{ mother: 'm-1', pregnancy: 'p-1', caregiver: 'c-1', swept: ['a'], confirmed: { weight_g: ['x'] } },
        ...{ set_aside: {}, weight_g_readings: [1, 2], care_given: [{ action: 'x' }] },
      }),
    ).toEqual([]);
  });
});

describe('the parts of an entry', () => {
  const named = (...names: readonly string[]) => names.map((name) => ({ name }));
  const parts = (names: readonly string[], form: string | null) =>
    inParts(named(...names), askedIn(mami, form)).map(({ title, lines }) => [
      title?.fr ?? null,
      lines.map(({ name }) => name),
    ]);

  it('are those of the form that it was made with, in its order', () => {
    const [danger, measures, ...more] = parts(['weight_g', 'd_feed', 'head_cm', 'd_convulsion'], 'follow-up');
    expect([danger?.[1], measures?.[1], more]).toEqual([['d_feed', 'd_convulsion'], ['weight_g', 'head_cm'], []]);
    expect(measures?.[0]).toMatch(/mesures/i);
  });

  it('begin with what that form does not ask', () => {
    expect(parts(['weight_g', 'enrolment_decision'], 'follow-up')[0]).toEqual([null, ['enrolment_decision']]);
  });

  it('are one part without a heading for any other entry, as it came', () => {
    expect(parts(['weight_g', 'sex', 'birth_count'], null)).toEqual([[null, ['weight_g', 'sex', 'birth_count']]]);
  });
});
