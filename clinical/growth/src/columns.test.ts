import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChildColumns, ZScoreColumn } from './columns.ts';
import { reasonCode, refusal } from './reason-code.ts';
import type { Sex } from './sex.ts';
import { scoreColumnByAge } from './who/age-index-column.ts';
import { bmiForAge } from './who/bmi-for-age.ts';
import { bmiForAgeColumn } from './who/bmi-for-age-column.ts';
import { headCircumferenceForAge, headCircumferenceForAgeIndex } from './who/head-circumference-for-age.ts';
import { lengthForAge } from './who/length-for-age.ts';
import { lengthForAgeColumn } from './who/length-for-age-column.ts';
import type { Measured } from './who/measured-length.ts';
import { muacForAge, muacForAgeIndex } from './who/muac-for-age.ts';
import { subscapularForAge, subscapularForAgeIndex } from './who/subscapular-for-age.ts';
import { tricepsForAge, tricepsForAgeIndex } from './who/triceps-for-age.ts';
import { weightForAge, weightForAgeIndex } from './who/weight-for-age.ts';
import { weightForLength } from './who/weight-for-length.ts';
import { weightForLengthColumn } from './who/weight-for-length-column.ts';
import type { ZScore } from './z-score.ts';

type Child = {
  readonly sex: Sex | null;
  readonly ageDays: number | null;
  readonly measured: Measured | null;
  readonly oedema: boolean;
  readonly weightKg: number | null;
  readonly lengthCm: number | null;
  readonly headCircumferenceCm: number | null;
  readonly muacCm: number | null;
  readonly tricepsMm: number | null;
  readonly subscapularMm: number | null;
};

/** Mostly possible values, mixed with missing, zero, negative, huge and boundary ones. */
const measurement = (min: number, max: number, ...borders: number[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.double({ min, max, noNaN: true }) },
    { weight: 3, arbitrary: fc.double({ min, max, noNaN: true }).map((value) => Math.round(value * 10) / 10) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(null, 0, -1, 1e-300, 999_999, 1e6, Number.POSITIVE_INFINITY, ...borders),
    },
  );

const anyChild: fc.Arbitrary<Child> = fc.record({
  sex: fc.constantFrom('M', 'F', 'M', 'F', 'M', 'F', null),
  ageDays: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 1830 }) },
    { weight: 2, arbitrary: fc.double({ min: -2, max: 1830, noNaN: true }) },
    { weight: 2, arbitrary: fc.constantFrom(null, 0, 90, 90.5, 91, 273, 274, 730, 730.5, 731, 1826, 1826.25, 1827) },
  ),
  measured: fc.constantFrom('lying', 'standing', null),
  oedema: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  weightKg: measurement(1, 30),
  lengthCm: measurement(40, 125, 44.9, 45, 64.3, 64.1, 65, 87, 110, 110.04, 110.7, 119.3, 120, 120.7),
  headCircumferenceCm: measurement(25, 60),
  muacCm: measurement(6, 25),
  tricepsMm: measurement(2, 25),
  subscapularMm: measurement(2, 25),
});

const column = (values: readonly (number | null)[]) => Float64Array.from(values, (value) => value ?? Number.NaN);

const columnsOf = (children: readonly Child[]): ChildColumns => ({
  sex: Uint8Array.from(children, ({ sex }) => (sex === 'M' ? 1 : sex === 'F' ? 2 : 0)),
  measured: Uint8Array.from(children, ({ measured }) => (measured === 'lying' ? 1 : measured === 'standing' ? 2 : 0)),
  oedema: Uint8Array.from(children, ({ oedema }) => (oedema ? 1 : 0)),
  ageDays: column(children.map(({ ageDays }) => ageDays)),
  weightKg: column(children.map(({ weightKg }) => weightKg)),
  lengthCm: column(children.map(({ lengthCm }) => lengthCm)),
  headCircumferenceCm: column(children.map(({ headCircumferenceCm }) => headCircumferenceCm)),
  muacCm: column(children.map(({ muacCm }) => muacCm)),
  tricepsMm: column(children.map(({ tricepsMm }) => tricepsMm)),
  subscapularMm: column(children.map(({ subscapularMm }) => subscapularMm)),
});

type Index = {
  readonly name: string;
  readonly inColumns: (children: ChildColumns) => ZScoreColumn;
  readonly alone: (child: Child) => ZScore;
};

const indices: readonly Index[] = [
  {
    name: 'weight-for-age',
    inColumns: (children) => scoreColumnByAge(weightForAgeIndex, children, children.weightKg),
    alone: weightForAge,
  },
  { name: 'length-for-age', inColumns: (children) => lengthForAgeColumn(children), alone: lengthForAge },
  { name: 'weight-for-length', inColumns: (children) => weightForLengthColumn(children), alone: weightForLength },
  { name: 'bmi-for-age', inColumns: (children) => bmiForAgeColumn(children), alone: bmiForAge },
  {
    name: 'head-circumference-for-age',
    inColumns: (children) => scoreColumnByAge(headCircumferenceForAgeIndex, children, children.headCircumferenceCm),
    alone: headCircumferenceForAge,
  },
  {
    name: 'muac-for-age',
    inColumns: (children) => scoreColumnByAge(muacForAgeIndex, children, children.muacCm),
    alone: muacForAge,
  },
  {
    name: 'triceps-for-age',
    inColumns: (children) => scoreColumnByAge(tricepsForAgeIndex, children, children.tricepsMm),
    alone: tricepsForAge,
  },
  {
    name: 'subscapular-for-age',
    inColumns: (children) => scoreColumnByAge(subscapularForAgeIndex, children, children.subscapularMm),
    alone: subscapularForAge,
  },
];

/** The kind of a score with its `what` and `because`, without the values in it: what a reason code can tell. */
const caseOf = (score: ZScore): string =>
  [score.kind, 'what' in score ? score.what : '', 'because' in score ? score.because : ''].join(' ');

describe.each(indices)('$name of a column of children', ({ name, inColumns, alone }) => {
  it('is that of each child alone, bit for bit, z or reason', () => {
    fc.assert(
      fc.property(fc.array(anyChild, { minLength: 1, maxLength: 40 }), (children) => {
        const { z, raw, reason } = inColumns(columnsOf(children));
        children.forEach((child, row) => {
          const score = alone(child);
          if (score.kind === 'scored' || score.kind === 'flagged') {
            expect(reason[row]).toBe(score.kind === 'scored' ? reasonCode.scored : reasonCode.flagged);
            expect([Object.is(z[row], score.z), Object.is(raw[row], score.raw)]).toEqual([true, true]);
            expect(Number.isFinite(score.raw)).toBe(true);
          } else {
            expect([z[row], raw[row]]).toEqual([Number.NaN, Number.NaN]);
            const measured = name === 'bmi-for-age' || name === 'weight-for-length' ? 'weight' : nameOf(name);
            const inputs = { measurement: measured, value: 0, ageDays: 0, lengthCm: 0 } as const;
            const code = Object.values(reasonCode).find((known) => known === reason[row]);
            expect(code === undefined ? 'unknown code' : caseOf(refusal(code, inputs))).toBe(caseOf(score));
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the children', () => {
    fc.assert(
      fc.property(fc.array(anyChild, { minLength: 2, maxLength: 20 }), (children) => {
        const forward = inColumns(columnsOf(children));
        const backward = inColumns(columnsOf(children.toReversed()));
        expect([...backward.z].toReversed()).toEqual([...forward.z]);
        expect([...backward.reason].toReversed()).toEqual([...forward.reason]);
      }),
      { numRuns: 50 },
    );
  });
});

const measurements = {
  'weight-for-age': 'weight',
  'length-for-age': 'length',
  'head-circumference-for-age': 'headCircumference',
  'muac-for-age': 'muac',
  'triceps-for-age': 'triceps',
  'subscapular-for-age': 'subscapular',
} as const;

const nameOf = (index: string) => {
  const found = Object.entries(measurements).find(([id]) => id === index)?.[1];
  if (found === undefined) throw new Error(`no measurement for ${index}`);
  return found;
};
