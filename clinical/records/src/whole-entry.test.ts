import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { entrySchema, parseEntry } from './entry.ts';
import { isWholeEntry } from './whole-entry.ts';

const whole = {
  id: 'entry-1',
  family: 'family-1',
  subject: 'child-1',
  form: 'birth@2',
  protocolVersion: 'mami@0.1.0',
  answers: { sex: 'F', birth_weight_g: 2300 },
  findings: {},
  author: 'Aminata',
  device: 'phone-1',
  seq: 2,
  prev: 'a'.repeat(64),
  facility: 'csc-1',
  occurredOn: '2026-03-01',
  recordedAt: '2026-03-01T09:00:00.000Z#0000',
};

/** Values that a field may hold by mistake, by malice, or rightly. */
const anything = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom(
      ...Object.values(whole),
      null,
      undefined,
      '',
      ' ',
      'two words',
      0,
      1.5,
      -1,
      Number.NaN,
      [],
      ['a'],
      {},
    ),
    fc.constantFrom('2026-02-30', 'birth', 'birth@0', 'A'.repeat(64), 'x'.repeat(129), 2 ** 53),
    fc.constantFrom(...['__proto__', 'prototype', 'constructor'].map((name) => JSON.parse(`{"${name}": 1}`))),
    fc.anything(),
  );

const names = Object.keys(whole) as (keyof typeof whole)[];

describe('an entry that is whole', () => {
  it('is read without being copied', () => {
    const read = parseEntry(whole);
    expect(read.ok && read.value).toBe(whole);
  });

  it('is what the schema accepts unchanged, and nothing else', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.subarray(names), fc.array(anything(), { minLength: 15, maxLength: 15 }), (changed, values) => {
        const input: Record<string, unknown> = { ...whole, later: true };
        changed.forEach((name, at) => {
          input[name] = values[at];
        });
        const parsed = v.safeParse(entrySchema, input);
        if (isWholeEntry(input)) {
          accepted += 1;
          expect(parsed.success && parsed.output).toEqual(input);
        } else if (parsed.success) {
          // The schema accepted the input, but only after it left a field out or turned a list into an object.
          expect(JSON.stringify(parsed.output)).not.toBe(JSON.stringify(input));
        }
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  it('holds none of the names that reading leaves out', () => {
    const hostile = JSON.parse(`{"__proto__": {"a": 1}, "b": 2}`);
    for (const input of [
      { ...whole, answers: hostile },
      { ...whole, findings: hostile },
    ]) {
      expect(isWholeEntry(input)).toBe(false);
      const read = parseEntry(input);
      expect(read.ok && JSON.stringify(read.value)).not.toContain('__proto__');
    }
  });
});
