import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zOfCentile } from '../normal-distribution.ts';
import { newbornHead } from './head-circumference-for-gestation.ts';
import { newbornLength } from './length-for-gestation.ts';
import { type NewbornMeasure, newbornValueAt, scoreNewborn } from './newborn-size.ts';
import { newbornWeight } from './weight-for-gestation.ts';

const measures = [newbornWeight, newbornLength, newbornHead];
const tenth = zOfCentile(10);

const at = (measure: NewbornMeasure, sex: 'M' | 'F', days: number, z: number): number => {
  const answer = newbornValueAt(measure, sex, days, z);
  if (answer.kind !== 'value') throw new Error(answer.what);
  return answer.value;
};

describe('size at birth for gestational age', () => {
  it('steps at 33+0, where two published methods meet', () => {
    expect(at(newbornWeight, 'M', 230, tenth)).toBeCloseTo(1.502, 3);
    expect(at(newbornWeight, 'M', 231, tenth)).toBeCloseTo(1.438, 3);
    expect(at(newbornLength, 'M', 230, tenth)).toBeCloseTo(40.1, 1);
    expect(at(newbornLength, 'M', 231, tenth)).toBeCloseTo(41.1, 1);
  });

  it.each(measures)(
    'has the ν and τ of the standard in every row, and μ from 231 to 300 days: $id',
    ({ id, table }) => {
      const known = {
        'newborn-weight': { M: [1.905973, 3.662232, 1.095261, 17.05299], F: [1.795602, 3.469744, 1.126787, 19.65738] },
        'newborn-length': { M: [43.78604, 51.42625, 1.007603, 15.4146], F: [43.4687, 50.64059, 0.967756, 19.95849] },
        'newborn-head': { M: [30.82238, 35.33743, 1.033177, 26.17975], F: [30.38709, 34.54082, 1.045915, 20.97268] },
      }[id];
      for (const sex of ['M', 'F'] as const) {
        const { mu, nu, tau, from, to } = table[sex];
        expect([from, to, mu.length]).toEqual([231, 300, 70]);
        expect([mu[0], mu.at(-1)]).toEqual(known?.[sex].slice(0, 2));
        for (const value of nu) expect(value).toBeCloseTo(known?.[sex][2] ?? 0, 5);
        for (const value of tau) expect(value).toBeCloseTo(known?.[sex][3] ?? 0, 5);
      }
    },
  );

  it.each(measures)('round-trips from value to z to 1e-9, in both methods and between days: $id', (measure) => {
    const place = fc.tuple(
      fc.constantFrom('M' as const, 'F' as const),
      fc.oneof(fc.integer({ min: 168, max: 300 }), fc.double({ min: 168, max: 300, noNaN: true })),
      fc.double({ min: -5, max: 5, noNaN: true }),
    );
    fc.assert(
      fc.property(place, ([sex, gestationalAgeDays, z]) => {
        // At the youngest ages of the skew-t, its heavy left tail has negative values at about z = −4: not scored.
        fc.pre(newbornValueAt(measure, sex, gestationalAgeDays, z).kind === 'value');
        const score = scoreNewborn(measure, {
          sex,
          gestationalAgeDays,
          value: at(measure, sex, gestationalAgeDays, z),
        });
        expect('raw' in score ? score.raw : Number.NaN).toBeCloseTo(z, 9);
      }),
    );
  });

  it('covers 24+0 to 42+6 and says so outside', () => {
    const kind = (gestationalAgeDays: number | null) =>
      scoreNewborn(newbornWeight, { sex: 'F', gestationalAgeDays, value: 2 });
    expect([168, 230, 231, 300].map((days) => 'z' in kind(days))).toEqual([true, true, true, true]);
    expect(kind(167)).toEqual({ kind: 'outOfRange', what: 'gestationalAge', value: 167 });
    expect(kind(301)).toEqual({ kind: 'outOfRange', what: 'gestationalAge', value: 301 });
    expect(kind(null)).toEqual({ kind: 'missing', what: 'gestationalAge' });
  });

  it('never says NaN, however absurd the measurement', () => {
    const newborn = fc.tuple(fc.double(), fc.double({ min: 160, max: 310 }));
    fc.assert(
      fc.property(newborn, ([value, gestationalAgeDays]) => {
        for (const measure of measures) {
          const score = scoreNewborn(measure, { sex: 'M', gestationalAgeDays, value });
          if ('raw' in score) expect(Number.isFinite(score.raw) && Number.isFinite(score.z)).toBe(true);
        }
      }),
    );
    const heavy = scoreNewborn(newbornWeight, { sex: 'M', gestationalAgeDays: 280, value: 999_999 });
    expect(heavy.kind).toBe('flagged');
  });
});
