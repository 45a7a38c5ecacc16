import { describe, expect, it } from 'vitest';
import { bmiForAge } from './bmi-for-age.ts';

const child = { sex: 'F', ageDays: 800, weightKg: 12, lengthCm: 86.7, measured: 'lying' } as const;

describe('BMI-for-age', () => {
  it('takes the index of the corrected height, unrounded', () => {
    expect(bmiForAge(child)).toEqual(bmiForAge({ ...child, lengthCm: 86, measured: 'standing' }));
    expect(bmiForAge(child)).not.toEqual(bmiForAge({ ...child, measured: 'standing' }));
  });

  it('flags beyond ±5', () => {
    expect(bmiForAge({ ...child, weightKg: 25 }).kind).toBe('flagged');
    expect(bmiForAge({ ...child, weightKg: 5 }).kind).toBe('flagged');
  });

  it('is not valid with oedema, and names what is missing or cannot be', () => {
    expect(bmiForAge({ ...child, oedema: true })).toEqual({ kind: 'notValid', because: 'oedema' });
    expect(bmiForAge({ ...child, weightKg: null })).toEqual({ kind: 'missing', what: 'weight' });
    expect(bmiForAge({ ...child, lengthCm: null })).toEqual({ kind: 'missing', what: 'length' });
    expect(bmiForAge({ ...child, lengthCm: 0.7 })).toEqual({ kind: 'implausible', what: 'length', value: 0.7 });
    expect(bmiForAge({ ...child, lengthCm: 1e-7, measured: 'standing' }).kind).toBe('implausible');
  });
});
