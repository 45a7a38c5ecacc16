import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysFromMonths, isUnderFive, isUnderNineMonths, tableDay } from './age.ts';
import { weightForAge } from './who/weight-for-age.ts';

describe('age as WHO anthro uses it', () => {
  it('is looked up by whole days, half up: 24 months are day 731', () => {
    expect([730, 730.49, 730.5, 731.2].map(tableDay)).toEqual([730, 730, 731, 731]);
    expect(tableDay(daysFromMonths(24))).toBe(731);
  });

  it('is compared in months unrounded: 60 months are no longer under five, 9 no longer under nine', () => {
    expect([59.99, 60].map((months) => isUnderFive(daysFromMonths(months)))).toEqual([true, false]);
    expect([8.99, 9].map((months) => isUnderNineMonths(daysFromMonths(months)))).toEqual([true, false]);
    expect([1826, 1826.25].map(isUnderFive)).toEqual([true, false]);
  });

  it('gives one z-score, whether it came as months or as the day they round to', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 59.98, noNaN: true }), (months) => {
        const exact = daysFromMonths(months);
        expect(weightForAge({ sex: 'F', ageDays: exact, weightKg: 9 })).toEqual(
          weightForAge({ sex: 'F', ageDays: tableDay(exact), weightKg: 9 }),
        );
      }),
    );
  });
});
