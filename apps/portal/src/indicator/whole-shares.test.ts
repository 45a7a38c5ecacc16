import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeShares } from './whole-shares.ts';

describe('shares of a whole', () => {
  it('of three equal parts add up to a hundred percent', () => {
    expect(wholeShares([1, 1, 1])).toEqual([334, 333, 333]);
  });

  it('are none of nothing', () => expect(wholeShares([0, 0])).toEqual([0, 0]));

  it('always add up to a hundred percent, each within a tenth of what it is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }), (counts) => {
        const all = counts.reduce((sum, count) => sum + count, 0);
        fc.pre(all > 0);
        const shares = wholeShares(counts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1000);
        for (const [at, share] of shares.entries()) {
          expect(Math.abs(share - ((counts[at] ?? 0) / all) * 1000)).toBeLessThan(1);
        }
      }),
    );
  });
});
