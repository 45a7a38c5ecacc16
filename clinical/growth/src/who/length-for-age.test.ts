import { describe, expect, it } from 'vitest';
import { daysFromMonths } from '../age.ts';
import { valueAtAge } from './age-index.ts';
import { lengthForAge, lengthForAgeIndex } from './length-for-age.ts';

describe('length-for-age', () => {
  it('agrees with WHO anthro on its own test children', () => {
    const z = (input: Parameters<typeof lengthForAge>[0]) => {
      const score = lengthForAge(input);
      return 'z' in score ? [score.kind, score.z] : [score.kind];
    };
    expect(z({ sex: 'M', ageDays: 987, lengthCm: 72.86, measured: 'lying' })).toEqual(['flagged', -6.09]);
    const twoYears = { sex: 'F', ageDays: daysFromMonths(24), lengthCm: 77.5 } as const;
    expect(z({ ...twoYears, measured: 'standing' })).toEqual(['scored', -2.55]);
    expect(z({ ...twoYears, measured: null })).toEqual(['scored', -2.55]);
    expect(z({ sex: 'M', ageDays: daysFromMonths(8), lengthCm: 60, measured: 'standing' })).toEqual(['scored', -4.81]);
    expect(z({ sex: 'M', ageDays: daysFromMonths(9), lengthCm: 60, measured: 'standing' })).toEqual(['scored', -5.02]);
  });

  it('is (50 / 56.4833 − 1) / 0.03492 for a boy of 44 days and 50 cm', () => {
    const score = lengthForAge({ sex: 'M', ageDays: 44, lengthCm: 50, measured: 'lying' });
    expect(score.kind === 'scored' && score.raw).toBeCloseTo((50 / 56.4833 - 1) / 0.03492, 9);
  });

  it.each([
    [0, '46.1', '45.4'],
    [91, '57.3', '55.6'],
    [182, '63.3', '61.2'],
  ])('is −2 at %i days at %s cm (boys), %s cm (girls)', (ageDays, boys, girls) => {
    const cm = (sex: 'M' | 'F') => {
      const answer = valueAtAge(lengthForAgeIndex, sex, ageDays, -2);
      return answer.kind === 'value' && answer.value.toFixed(1);
    };
    expect([cm('M'), cm('F')]).toEqual([boys, girls]);
  });

  it('does not mind oedema, and is linear far out', () => {
    const at = (z: number) => valueAtAge(lengthForAgeIndex, 'M', 500, z);
    const [five, four, three] = [at(-5), at(-4), at(-3)];
    if (five.kind !== 'value' || four.kind !== 'value' || three.kind !== 'value') throw new Error('no value');
    expect(three.value - four.value).toBeCloseTo(four.value - five.value, 9);
  });

  it('judges an impossible length as it was entered: 0 cm standing is not 0.7 cm', () => {
    expect(lengthForAge({ sex: 'M', ageDays: 500, lengthCm: 0, measured: 'standing' })).toEqual({
      kind: 'implausible',
      what: 'length',
      value: 0,
    });
  });

  it('moves by 0.7 cm at the change of posture on day 731, for the same child measured lying', () => {
    const at = (ageDays: number, lengthCm: number) => lengthForAge({ sex: 'F', ageDays, lengthCm, measured: 'lying' });
    const standing = lengthForAge({ sex: 'F', ageDays: 731, lengthCm: 85.3, measured: 'standing' });
    expect(at(731, 86)).toEqual(standing);
    const raw = (score: ReturnType<typeof at>) => ('raw' in score ? score.raw : Number.NaN);
    // The two standards were built to meet at two years: 86.0 cm lying on day 730 is 85.3 cm standing on day 731.
    expect(Math.abs(raw(at(730, 86)) - raw(at(731, 86)))).toBeLessThan(0.05);
  });
});
