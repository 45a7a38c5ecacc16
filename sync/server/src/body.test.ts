import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { simulatedLife } from '@denba/scenario/cohort-entries';
import { simulateCohort } from '@denba/scenario/simulate-cohort';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBody, toBody } from './body.ts';
import { bodyDictionary } from './body-dictionary.ts';

describe('the text of an entry in the database', () => {
  it('comes back as it was, whatever it says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(fromBody(toBody(text))).toBe(text);
      }),
    );
  });

  it('is a third shorter than without the dictionary, even of entries that say little', () => {
    const texts = [...simulateCohort('body', { families: 8 })]
      .flatMap((family) => simulatedLife('body', family).entries)
      .map((entry) => canonicalJson(entry as unknown as JsonValue));
    const kept = texts.map((text) => toBody(text).length);
    const without = texts.map((text) => deflateRawSync(text).length);
    expect(sum(kept)).toBeLessThan((sum(without) * 2) / 3);
  });

  it('is read as well where an earlier release deflated it without a dictionary', () => {
    const text = '{"form":"consent@1","answers":{"consent_decision":"given"}}';
    expect(fromBody(Buffer.concat([Buffer.from([1]), deflateRawSync(text)]))).toBe(text);
  });

  it('is refused where a later release kept it in a way of its own', () => {
    expect(() => fromBody(Buffer.from([3, 0]))).toThrow('does not know (3)');
  });

  it('can be read for ever: the dictionary is the one by which it was kept', () => {
    expect(createHash('sha256').update(bodyDictionary).digest('hex')).toBe(
      '3480572ecce207b0e79df7a02f30e27384fac0c6518c77940453a7ce07de75b9',
    );
  });
});

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
