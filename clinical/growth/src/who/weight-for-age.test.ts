import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysFromMonths } from '../age.ts';
import { acceptedZ, computedZ } from '../z-score.ts';
import { valueAtAge } from './age-index.ts';
import { weightForAge, weightForAgeIndex } from './weight-for-age.ts';

const kilograms = (sex: 'M' | 'F', ageDays: number, z: number): string => {
  const answer = valueAtAge(weightForAgeIndex, sex, ageDays, z);
  return answer.kind === 'value' ? answer.value.toFixed(2) : answer.what;
};

describe('weight-for-age', () => {
  it('agrees with WHO anthro: a girl of 1522 days and 17 kg has 0.24', () => {
    expect(weightForAge({ sex: 'F', ageDays: 1522, weightKg: 17 })).toMatchObject({ kind: 'scored', z: 0.24 });
  });

  it.each([
    [0, '2.08 2.46 3.35', '2.03 2.39 3.23'],
    [14, '2.39 2.80 3.75', '2.27 2.65 3.57'],
    [28, '2.85 3.30 4.37', '2.67 3.09 4.10'],
    [42, '3.28 3.78 4.93', '3.03 3.49 4.58'],
    [56, '3.66 4.19 5.41', '3.35 3.83 5.00'],
    [91, '4.43 5.01 6.37', '3.99 4.53 5.84'],
    [126, '5.00 5.63 7.08', '4.48 5.07 6.50'],
    [154, '5.37 6.02 7.54', '4.81 5.42 6.92'],
    [182, '5.67 6.35 7.93', '5.08 5.72 7.29'],
  ])('at %i days the −3, −2 and median weights are %s (boys), %s (girls)', (ageDays, boys, girls) => {
    expect([-3, -2, 0].map((z) => kilograms('M', ageDays, z)).join(' ')).toBe(boys);
    expect([-3, -2, 0].map((z) => kilograms('F', ageDays, z)).join(' ')).toBe(girls);
  });

  it('rounds before it is compared: 3.304 kg at 28 days is −2.00, 3.300 kg is −2.01', () => {
    const boy = (weightKg: number) => weightForAge({ sex: 'M', ageDays: 28, weightKg });
    expect(boy(3.305)).toMatchObject({ z: -2 });
    const near = boy(3.304);
    expect(near).toMatchObject({ z: -2 });
    expect(near.kind === 'scored' && near.raw < -2).toBe(true);
    expect(boy(3.3)).toMatchObject({ z: -2.01 });
  });

  it('continues the outer SDs: a preterm boy of 56 days and 2.60 kg has −5.03', () => {
    expect(weightForAge({ sex: 'M', ageDays: 56, weightKg: 2.6 })).toMatchObject({ kind: 'scored', z: -5.03 });
  });

  it('flags under −6 and over 5, on the rounded z, and still says the z', () => {
    const flagged = weightForAge({ sex: 'M', ageDays: 1, weightKg: 10.37 });
    expect(flagged.kind).toBe('flagged');
    expect(computedZ(flagged)).toBeGreaterThan(5);
    expect(acceptedZ(flagged)).toBeNull();
    const at = (z: number) => {
      const y = valueAtAge(weightForAgeIndex, 'F', 400, z);
      return y.kind === 'value' ? weightForAge({ sex: 'F', ageDays: 400, weightKg: y.value }).kind : 'none';
    };
    expect([at(-6.004), at(-6.006), at(5.004), at(5.006)]).toEqual(['scored', 'flagged', 'scored', 'flagged']);
  });

  it('is not valid with oedema, and is computed when oedema was not looked for (as WHO anthro)', () => {
    const child = { sex: 'M', ageDays: 100, weightKg: 6 } as const;
    expect(weightForAge({ ...child, oedema: true })).toEqual({ kind: 'notValid', because: 'oedema' });
    expect(weightForAge({ ...child, oedema: null })).toEqual(weightForAge({ ...child, oedema: false }));
  });

  it('ends with day 1826, and at 60 months exactly', () => {
    const at = (ageDays: number) => weightForAge({ sex: 'F', ageDays, weightKg: 17 }).kind;
    expect([at(1826), at(1827), at(1857)]).toEqual(['scored', 'outOfRange', 'outOfRange']);
    expect([at(daysFromMonths(59.9)), at(daysFromMonths(60)), at(daysFromMonths(60.1))]).toEqual([
      'scored',
      'outOfRange',
      'outOfRange',
    ]);
  });

  it('names what is missing, and what cannot be', () => {
    const child = { sex: 'F', ageDays: 100, weightKg: 6 } as const;
    expect(weightForAge({ ...child, sex: null })).toEqual({ kind: 'missing', what: 'sex' });
    expect(weightForAge({ ...child, ageDays: null })).toEqual({ kind: 'missing', what: 'age' });
    expect(weightForAge({ ...child, weightKg: null })).toEqual({ kind: 'missing', what: 'weight' });
    expect(weightForAge({ ...child, weightKg: 0 })).toEqual({ kind: 'implausible', what: 'weight', value: 0 });
    expect(weightForAge({ ...child, ageDays: -1 })).toEqual({ kind: 'implausible', what: 'age', value: -1 });
  });

  it('never says NaN, whatever it is given', () => {
    const anyNumber = fc.option(fc.oneof(fc.double(), fc.double({ min: -1, max: 2000 })), { nil: null });
    fc.assert(
      fc.property(fc.constantFrom('M', 'F', null), anyNumber, anyNumber, (sex, ageDays, weightKg) => {
        const score = weightForAge({ sex, ageDays, weightKg });
        if (score.kind === 'scored' || score.kind === 'flagged') {
          expect(Number.isFinite(score.z) && Number.isFinite(score.raw)).toBe(true);
          expect(Object.is(score.z, -0)).toBe(false);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('grows with weight at every age', () => {
    const child = fc.tuple(
      fc.constantFrom('M' as const, 'F' as const),
      fc.integer({ min: 0, max: 1826 }),
      fc.double({ min: 0.5, max: 40, noNaN: true }),
    );
    fc.assert(
      fc.property(child, ([sex, ageDays, weightKg]) => {
        const lighter = weightForAge({ sex, ageDays, weightKg });
        const heavier = weightForAge({ sex, ageDays, weightKg: weightKg + 0.01 });
        const raw = (score: typeof lighter) => ('raw' in score ? score.raw : Number.NaN);
        expect(raw(heavier)).toBeGreaterThan(raw(lighter));
      }),
    );
  });
});
