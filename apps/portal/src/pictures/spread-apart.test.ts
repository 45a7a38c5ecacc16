import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadApart } from './spread-apart.ts';

it('labels at the end of lines never lie over each other, keep their order and stay in the picture', () => {
  const arbitraryHeights = fc.array(fc.integer({ min: 0, max: 160 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(arbitraryHeights, (heights) => {
      const moved = spreadApart(heights, 13, 165);
      const sorted = moved.toSorted((a, b) => a - b);
      sorted.slice(1).forEach((height, at) => {
        expect(height - (sorted[at] ?? 0)).toBeGreaterThanOrEqual(13);
      });
      expect(Math.max(...moved)).toBeLessThanOrEqual(165);
      for (const [at, height] of heights.entries())
        for (const [other, second] of heights.entries())
          if (height < second) expect(moved[at]).toBeLessThan(moved[other] ?? 0);
    }),
  );
  expect(spreadApart([10, 100], 13, 165)).toEqual([10, 100]);
});
