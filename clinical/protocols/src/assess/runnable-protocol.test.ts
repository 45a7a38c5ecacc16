import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mami, mamiSource } from '../../test/mami.ts';
import { packInVersion, protocolVersion } from '../compile/protocol-version.ts';
import { runVignettes } from '../vignettes/run-vignettes.ts';
import { runnableProtocol } from './runnable-protocol.ts';

const text = canonicalJson(mami as unknown as JsonValue);
const fresh = (): Record<string, unknown> => JSON.parse(text);

describe('a protocol from outside', () => {
  it('concludes from its canonical text what it concludes from its sheets', () => {
    const read = runnableProtocol(fresh());
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { failed, passed } = runVignettes(read.value, mamiSource.vignettes, mamiSource.bases);
    expect(failed).toEqual([]);
    expect(passed.length).toBe(mamiSource.vignettes.length);
  });

  it('keeps the order in which choices and questions are shown', () => {
    expect(fresh()['forms']).toEqual(mami.forms);
  });

  it.each([
    ['of another shape', { ...fresh(), format: 3 }, { kind: 'otherFormat', format: 3 }],
    ['without a form of the clinic', { ...fresh(), forms: [] }, { kind: 'formMissing', form: 'registration' }],
    ['without the numbers of follow-up', { ...fresh(), parameters: [] }, { kind: 'cannotRun' }],
    ['whose tables are none', { ...fresh(), tables: 'x' }, { kind: 'cannotRun' }],
    ['that says itself which pack it is', { ...fresh(), pack: 'f'.repeat(64) }, { kind: 'notAProtocol' }],
    ['that is a list', [], { kind: 'notAProtocol' }],
    ['that is nothing', null, { kind: 'notAProtocol' }],
  ])('%s is refused', (_, content, error) => {
    expect(runnableProtocol(content)).toMatchObject({ ok: false, error });
  });

  it('is never run half: whatever part is replaced by whatever, it is run or refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(mami)), fc.jsonValue(), (name, value) => {
        expect(typeof runnableProtocol({ ...(mami as object), [name]: value }).ok).toBe('boolean');
      }),
      { numRuns: 40 },
    );
  });
});

describe('the name under which an entry knows its protocol', () => {
  it('says the pack, by which it is found again', () => {
    const named = protocolVersion({ ...mami, pack: `3fa9c2d1e0b4${'0'.repeat(52)}` });
    expect(named).toBe(`mami@${mami.version}#3fa9c2d1e0b4`);
    expect(packInVersion(named)).toBe('3fa9c2d1e0b4');
  });

  it('says none for entries of before there were packs', () => {
    expect(protocolVersion(mami)).toBe(`mami@${mami.version}`);
    for (const old of ['mami@0.1.0', 'mami@0.1.0+ml', null]) expect(packInVersion(old)).toBeNull();
  });
});
