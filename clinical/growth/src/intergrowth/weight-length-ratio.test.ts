import { describe, expect, it } from 'vitest';
import { ratioAt, weightLengthRatioForGestation } from './weight-length-ratio.ts';

describe('weight-length ratio at birth', () => {
  it('is about 6.6 kg/m at 40 weeks, a little more in boys, and under 4 at 30 weeks', () => {
    expect(ratioAt(40, 'M').mean).toBeCloseTo(6.7, 0);
    expect(ratioAt(40, 'F').mean).toBeCloseTo(6.5, 0);
    expect(ratioAt(40, 'M').mean).toBeGreaterThan(ratioAt(40, 'F').mean);
    expect(ratioAt(30, 'M').mean - ratioAt(30, 'F').mean).toBeCloseTo(0.1382809, 9);
    expect(ratioAt(30, 'F').mean).toBeLessThan(4);
  });

  it('is 0 at the mean and 1 one SD above it', () => {
    const { mean, sd } = ratioAt(38, 'F');
    const at = (ratio: number) =>
      weightLengthRatioForGestation({ sex: 'F', gestationalAgeDays: 266, weightKg: ratio * 0.48, lengthCm: 48 });
    expect(at(mean)).toMatchObject({ kind: 'scored', z: 0 });
    expect(at(mean + sd)).toMatchObject({ kind: 'scored', z: 1 });
  });

  it('names what is missing', () => {
    const newborn = { sex: 'F', gestationalAgeDays: 266, weightKg: 3, lengthCm: 48 } as const;
    expect(weightLengthRatioForGestation({ ...newborn, lengthCm: null })).toEqual({ kind: 'missing', what: 'length' });
    expect(weightLengthRatioForGestation({ ...newborn, weightKg: 0 }).kind).toBe('implausible');
    expect(weightLengthRatioForGestation({ ...newborn, gestationalAgeDays: 301 }).kind).toBe('outOfRange');
  });
});
