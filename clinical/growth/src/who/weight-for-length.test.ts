import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysFromMonths } from '../age.ts';
import { weightAtLength, weightForLength } from './weight-for-length.ts';

const child = { sex: 'M', ageDays: 100, weightKg: 6, lengthCm: 62, measured: 'lying' } as const;
const raw = (score: ReturnType<typeof weightForLength>): number => ('raw' in score ? score.raw : Number.NaN);

describe('weight-for-length', () => {
  it('finds a boy of 54.0 cm and 3,305 g at −3.09', () => {
    expect(weightForLength({ ...child, ageDays: 28, weightKg: 3.305, lengthCm: 54 })).toMatchObject({ z: -3.09 });
  });

  it.each([
    ['M', -3, '2.58 3.78 4.71 5.92'],
    ['M', -2, '2.80 4.10 5.09 6.40'],
    ['F', -3, '2.59 3.71 4.53 5.64'],
    ['F', -2, '2.81 4.04 4.92 6.13'],
  ] as const)('%s at z %i weighs, at 50, 56, 60 and 66 cm, %s kg', (sex, z, weights) => {
    const kg = (cm: number) => {
      const answer = weightAtLength('length', sex, cm, z);
      return answer.kind === 'value' ? answer.value.toFixed(2) : answer.what;
    };
    expect([50, 56, 60, 66].map(kg).join(' ')).toBe(weights);
  });

  it.each([
    [44.9, 'outOfRange'],
    [45, 'flagged'],
    [110, 'flagged'],
    [110.04, 'outOfRange'],
  ])('under two years takes 45.0 to 110.0 cm: %f cm is %s', (lengthCm, kind) => {
    expect(weightForLength({ ...child, lengthCm }).kind).toBe(kind);
  });

  it('from day 731 takes 65.0 to 120.0 cm of the corrected height', () => {
    const at = (lengthCm: number, measured: 'lying' | 'standing') =>
      weightForLength({ ...child, ageDays: 800, weightKg: 12, lengthCm, measured }).kind === 'outOfRange';
    expect([at(64.9, 'standing'), at(65, 'standing'), at(65.6, 'lying'), at(65.7, 'lying')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([at(120, 'standing'), at(120.1, 'standing')]).toEqual([false, true]);
  });

  it('lies between its neighbours at a length between two rows, and meets them', () => {
    const at = (lengthCm: number) => raw(weightForLength({ ...child, lengthCm }));
    expect(at(62.05)).toBeLessThan(at(62));
    expect(at(62.05)).toBeGreaterThan(at(62.1));
    expect(at(62.099999)).toBeCloseTo(at(62.1), 4);
  });

  it('chooses the table by posture when the age is unknown, and by 87 cm when posture is too', () => {
    const ageless = { sex: 'M', ageDays: null, weightKg: 12 } as const;
    const at = (lengthCm: number, measured: 'lying' | 'standing' | null) =>
      raw(weightForLength({ ...ageless, lengthCm, measured }));
    expect(at(86.9, null)).toBe(at(86.9, 'lying'));
    expect(at(87, null)).toBe(at(87, 'standing'));
    expect(at(87, 'lying')).not.toBe(at(87, 'standing'));
  });

  it('uses length under 731 days and height from then on, whatever the posture recorded', () => {
    const standing = weightForLength({ ...child, ageDays: 730, weightKg: 11, lengthCm: 84.3, measured: 'standing' });
    expect(raw(standing)).toBe(
      raw(weightForLength({ ...child, ageDays: 730, weightKg: 11, lengthCm: 85, measured: 'lying' })),
    );
    const lying = weightForLength({ ...child, ageDays: 731, weightKg: 11, lengthCm: 85, measured: 'lying' });
    expect(raw(lying)).toBe(
      raw(weightForLength({ ...child, ageDays: 731, weightKg: 11, lengthCm: 84.3, measured: 'standing' })),
    );
  });

  it('ends at 60 months: 59.99 has a score, 60 has none', () => {
    const at = (months: number) =>
      weightForLength({ sex: 'M', ageDays: daysFromMonths(months), weightKg: 18, lengthCm: 109, measured: 'standing' });
    expect([at(59.99).kind, at(60).kind]).toEqual(['scored', 'outOfRange']);
  });

  it('has no z for a weight of 0 (WHO anthro has), for oedema, for a negative age', () => {
    expect(weightForLength({ ...child, weightKg: 0 })).toEqual({ kind: 'implausible', what: 'weight', value: 0 });
    expect(weightForLength({ ...child, oedema: true })).toEqual({ kind: 'notValid', because: 'oedema' });
    expect(weightForLength({ ...child, ageDays: -1 })).toEqual({ kind: 'implausible', what: 'age', value: -1 });
    expect(weightForLength({ ...child, lengthCm: null })).toEqual({ kind: 'missing', what: 'length' });
  });

  it('round-trips through the weight at a z, between rows too', () => {
    const place = fc.tuple(
      fc.constantFrom('M' as const, 'F' as const),
      fc.double({ min: 45, max: 110, noNaN: true }),
      fc.double({ min: -4.9, max: 4.9, noNaN: true }),
    );
    fc.assert(
      fc.property(place, ([sex, lengthCm, z]) => {
        const weight = weightAtLength('length', sex, lengthCm, z);
        if (weight.kind !== 'value') throw new Error('no weight');
        const score = weightForLength({ sex, ageDays: 300, weightKg: weight.value, lengthCm, measured: 'lying' });
        expect(raw(score)).toBeCloseTo(z, 9);
      }),
    );
  });
});
