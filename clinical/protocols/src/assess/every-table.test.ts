import { isDate, toLocalDate, type Value } from '@denba/decisions/value';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mami, mamiAssessor } from '../../test/mami.ts';
import { assessedVignettes } from '../../test/mami-cases.ts';
import { slowTable } from '../../test/slow-table.ts';
import type { Element } from '../compile/compiled-protocol.ts';

const slow = mami.tables.map((table) => ({ name: table.name, run: slowTable(table) }));

/** The answers of the worked cases, which the tests then change. */
const cases = assessedVignettes().map(({ values }) =>
  Object.fromEntries(
    mami.elements.flatMap(({ name }): [string, unknown][] =>
      values[name] == null ? [] : [[name, plain(values[name])]],
    ),
  ),
);

function plain(value: Value): unknown {
  if (value !== null && isDate(value)) return toLocalDate(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry as Value)]));
}

/** Any valid answer to the element, or none. */
const answerTo = ({ type, values, hard }: Element): fc.Arbitrary<unknown> => {
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'code':
      return fc.constantFrom(...values);
    case 'codes':
      return fc.subarray([...values]);
    case 'number':
    case 'integer': {
      const [least, most] = [hard?.min ?? 0, hard?.max ?? 100];
      return fc.integer({ min: Math.ceil(least), max: Math.floor(most) });
    }
    default:
      return fc.constant(null);
  }
};

const anyAnswer = fc
  .constantFrom(...mami.elements)
  .chain((element) => fc.tuple(fc.constant(element.name), fc.option(answerTo(element), { freq: 4, nil: null })));

test('every table says what a person says who goes through it row by row, whatever was answered', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.array(anyAnswer, { maxLength: 40 }), (base, answers) => {
      const { values, tables } = mamiAssessor.assess({ ...base, ...Object.fromEntries(answers) });
      for (const { name, run } of slow) {
        const table = tables[name];
        const { hit, undecided, outputs } = run(values);
        expect(table?.hit.map(({ row }) => row)).toEqual(hit);
        expect(table?.undecided.map(({ row, missing }) => ({ row, missing }))).toEqual(undecided);
        expect(table?.missing).toEqual([...new Set(undecided.flatMap(({ missing }) => missing))]);
        expect(table?.outputs).toEqual(outputs);
        expect(values[name]).toEqual({ ...outputs, rows: hit, undecided: table?.missing });
      }
    }),
    { numRuns: 60 },
  );
});
