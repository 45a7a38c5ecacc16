import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from './canonical-json.ts';
import { readAnswers } from './form-definition.ts';
import { forms } from './form-registry.ts';

/** Answers with right and wrong values, absent and unknown fields, in any order. */
const answersOf = (fields: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom(...fields, 'written_by_a_newer_app'),
        fc.oneof(
          ...[
            fc.constantFrom('M', 'live', '2026-03-02', 'day', 'p-1', '', 'given', 'R1'),
            fc.jsonValue({ maxDepth: 1 }),
          ],
          ...[fc.boolean(), fc.nat(5000), fc.double({ noNaN: true }), fc.constant(null)],
        ),
      ),
      { selector: ([name]) => name, maxLength: 8 },
    )
    .map((pairs) => Object.fromEntries(pairs) as JsonObject);

describe('answers that are read', () => {
  for (const [name, form] of Object.entries(forms)) {
    it(`of ${name} are those that its whole schema gives, in the same order`, () => {
      const fields = Object.keys(form.schemas.reading.entries);
      fc.assert(
        fc.property(
          answersOf(fields),
          fc.constantFrom('reading' as const, 'writing' as const),
          (answers, strictness) => {
            const whole = v.safeParse(form.schemas[strictness] as v.GenericSchema, answers);
            const read = readAnswers<object>(form, answers, form.version, strictness);
            expect(read.ok).toBe(whole.success);
            if (read.ok) expect(JSON.stringify(read.value)).toBe(JSON.stringify(whole.output));
          },
        ),
      );
    });
  }

  it('never have keys that JavaScript gives a meaning', () => {
    const answers = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "prototype": 3, "note": "x"}') as JsonObject;
    const read = readAnswers<object>(forms.refusal, { refused: 'treatment', ...answers, constructor: 2 } as never);
    expect(read.ok && Object.hasOwn(read.value, 'constructor')).toBe(false);
    expect(read.ok && Object.hasOwn(read.value, 'prototype')).toBe(false);
  });
});
