/**
 * Checks every row of every shipped WHO table: a measurement at the median has z = 0, a measurement at one of the row's
 * own SD lines has that z. That the shipped figures are the published ones is tested in
 * tools/growth-tables/published-figures.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { valueAt } from '../lms-method.ts';
import type { LmsTable } from '../lms-table.ts';
import type { Sex } from '../sex.ts';
import { computedZ, type ZScore } from '../z-score.ts';
import { bmiForAge, bmiForAgeIndex } from './bmi-for-age.ts';
import { headCircumferenceForAge, headCircumferenceForAgeIndex } from './head-circumference-for-age.ts';
import { lengthForAge, lengthForAgeIndex } from './length-for-age.ts';
import { weightForHeightTable } from './load-weight-for-height.ts';
import { weightForLengthTable } from './load-weight-for-length.ts';
import { muacForAge, muacForAgeIndex } from './muac-for-age.ts';
import { subscapularForAge, subscapularForAgeIndex } from './subscapular-for-age.ts';
import { tricepsForAge, tricepsForAgeIndex } from './triceps-for-age.ts';
import { weightForAge, weightForAgeIndex } from './weight-for-age.ts';
import { weightForLength } from './weight-for-length.ts';

type Row = { readonly sex: Sex; readonly key: number; readonly y: number };
type Published = {
  readonly name: string;
  readonly table: LmsTable;
  readonly rows: number;
  readonly from: number;
  readonly to: number;
  readonly score: (row: Row) => ZScore;
};

const posture = (ageDays: number) => (ageDays < 731 ? 'lying' : 'standing');

const tables: readonly Published[] = [
  {
    name: 'weight-for-age',
    table: weightForAgeIndex.table,
    rows: 3654,
    from: 0,
    to: 1826,
    score: ({ sex, key, y }) => weightForAge({ sex, ageDays: key, weightKg: y }),
  },
  {
    name: 'length-for-age',
    table: lengthForAgeIndex.table,
    rows: 3654,
    from: 0,
    to: 1826,
    score: ({ sex, key, y }) => lengthForAge({ sex, ageDays: key, lengthCm: y, measured: posture(key) }),
  },
  {
    name: 'bmi-for-age',
    table: bmiForAgeIndex.table,
    rows: 3654,
    from: 0,
    to: 1826,
    // With a length of one metre, BMI equals the weight.
    score: ({ sex, key, y }) => bmiForAge({ sex, ageDays: key, weightKg: y, lengthCm: 100, measured: posture(key) }),
  },
  {
    name: 'head-circumference-for-age',
    table: headCircumferenceForAgeIndex.table,
    rows: 3654,
    from: 0,
    to: 1826,
    score: ({ sex, key, y }) => headCircumferenceForAge({ sex, ageDays: key, headCircumferenceCm: y }),
  },
  {
    name: 'muac-for-age',
    table: muacForAgeIndex.table,
    rows: 3472,
    from: 91,
    to: 1826,
    score: ({ sex, key, y }) => muacForAge({ sex, ageDays: key, muacCm: y }),
  },
  {
    name: 'triceps-for-age',
    table: tricepsForAgeIndex.table,
    rows: 3472,
    from: 91,
    to: 1826,
    score: ({ sex, key, y }) => tricepsForAge({ sex, ageDays: key, tricepsMm: y }),
  },
  {
    name: 'subscapular-for-age',
    table: subscapularForAgeIndex.table,
    rows: 3472,
    from: 91,
    to: 1826,
    score: ({ sex, key, y }) => subscapularForAge({ sex, ageDays: key, subscapularMm: y }),
  },
  {
    name: 'weight-for-length',
    table: weightForLengthTable,
    rows: 1302,
    from: 450,
    to: 1100,
    score: ({ sex, key, y }) =>
      weightForLength({ sex, ageDays: 300, weightKg: y, lengthCm: key / 10, measured: 'lying' }),
  },
  {
    name: 'weight-for-height',
    table: weightForHeightTable,
    rows: 1102,
    from: 650,
    to: 1200,
    score: ({ sex, key, y }) =>
      weightForLength({ sex, ageDays: 1000, weightKg: y, lengthCm: key / 10, measured: 'standing' }),
  },
];

describe.each(tables)('WHO $name', ({ table, rows, from, to, score }) => {
  it(`has its ${rows} rows, from ${from} to ${to}`, () => {
    expect(table.M.m.length + table.F.m.length).toBe(rows);
    expect([table.M.from, table.M.to, table.F.from, table.F.to]).toEqual([from, to, from, to]);
  });

  it.each([-3, -2, -1, 0, 1, 2, 3])('has z = %i at the line of that SD, in every row', (line) => {
    const wrong = (['M', 'F'] as const).flatMap((sex) => {
      const { l, m, s } = table[sex];
      return [...m].flatMap((median, row) => {
        const y = line === 0 ? median : valueAt(line, l[row] ?? 0, median, s[row] ?? 0);
        const answer = score({ sex, key: from + row, y });
        const exact = answer.kind === 'scored' && Math.abs(answer.raw - line) < 1e-9 && computedZ(answer) === line;
        return exact ? [] : [{ sex, key: from + row, y, answer }];
      });
    });
    expect(wrong).toEqual([]);
  });
});
