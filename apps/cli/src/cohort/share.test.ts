import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitPreference } from './digit-preference.ts';
import { shareOf } from './share.ts';

describe('a share with its Wilson interval', () => {
  // Newcombe, Stat Med 1998, table I, method 3: 81/263, 15/148, 0/20, 1/29.
  it.each([
    [81, 263, 25.53, 36.62],
    [15, 148, 6.24, 16.05],
    [0, 20, 0, 16.11],
    [1, 29, 0.61, 17.18],
  ])('of %d in %d is %d to %d %%', (n, of, low, high) => expect(shareOf(n, of)).toMatchObject({ n, of, low, high }));

  it('of nobody is unknown, not zero', () =>
    expect(shareOf(0, 0)).toEqual({ n: 0, of: 0, pct: null, low: null, high: null }));

  it('holds its percentage and stays within 0 and 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (of, k) => {
        const { pct, low, high } = shareOf(k % (of + 1), of);
        expect(0 <= (low ?? -1) && (low ?? 0) <= (pct ?? 0) && (pct ?? 0) <= (high ?? 0) && (high ?? 0) <= 100).toBe(
          true,
        );
      }),
    );
  });
});

describe('the digit preference score', () => {
  it('is 0 when all digits are used alike, 100 when one is', () => {
    expect(digitPreference([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 1)).toMatchObject({ score: 0, rating: 'excellent' });
    expect(digitPreference([10, 20, 30], 1)).toMatchObject({ score: 100, rating: 'problematic' });
  });

  it('looks at the digit of the step: 10 g, 0.1 cm', () => {
    expect(digitPreference([2310, 2320, 2330], 10).score).toBe(digitPreference([1, 2, 3], 1).score);
    expect(digitPreference([45.1, 45.2, 45.3], 0.1).score).toBe(digitPreference([1, 2, 3], 1).score);
  });

  it('of nothing is unknown', () => expect(digitPreference([], 1)).toMatchObject({ score: null, rating: null }));
});
