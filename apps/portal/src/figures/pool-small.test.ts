import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POOLED, poolSmall } from './pool-small.ts';

describe('small parts', () => {
  it('are whole for whoever may read the register', () => {
    expect(poolSmall([{ code: 'R5', count: 1 }], true)).toEqual([{ code: 'R5', count: 1 }]);
  });

  it('are put together, and with a larger one when they stay small', () => {
    const parts = [
      { code: 'active', count: 40 },
      { code: 'R1', count: 12 },
      { code: 'R4', count: 7 },
      { code: 'R5', count: 1 },
    ];
    expect(poolSmall(parts, false)).toEqual([
      { code: 'active', count: 40 },
      { code: 'R1', count: 12 },
      { code: POOLED, count: 8 },
    ]);
  });

  it('are not shown at all when everything together is small', () => {
    expect(
      poolSmall(
        [
          { code: 'R1', count: 3 },
          { code: 'R4', count: 1 },
        ],
        false,
      ),
    ).toEqual([]);
  });

  it('never stand alone, and the sum stays what it was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 10 }), (counts) => {
        const parts = counts.map((count, at) => ({ code: `R${at}`, count }));
        const shown = poolSmall(parts, false);
        const sum = counts.reduce((all, count) => all + count, 0);
        for (const { count } of shown) expect(count).toBeGreaterThanOrEqual(5);
        expect(shown.reduce((all, { count }) => all + count, 0)).toBe(sum < 5 ? 0 : sum);
      }),
    );
  });
});
