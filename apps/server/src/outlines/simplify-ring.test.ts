import { expect, it } from 'vitest';
import { simplifyRing } from './simplify-ring.ts';

/** A circle with a radius of half a degree and noise of some metres. */
const circle = Array.from({ length: 20_001 }, (_, at) => {
  const angle = ((at % 20_000) / 20_000) * 2 * Math.PI;
  const radius = 0.5 + 0.00002 * Math.sin(at);
  return [-8 + radius * Math.cos(angle), 12 + radius * Math.sin(angle)] as const;
});

it('a ring keeps its form, its closing point and few points', () => {
  const kept = simplifyRing(circle);
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.length).toBeLessThanOrEqual(240);
  expect(kept[0]).toEqual(kept.at(-1));
  for (const [x, y] of kept) expect(Math.abs(Math.hypot(x + 8, y - 12) - 0.5)).toBeLessThan(0.001);
});

it('a square stays a square, and a speck is left out', () => {
  const square = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ] as const;
  expect(simplifyRing(square)).toEqual(square);
  expect(simplifyRing(square.map(([x, y]) => [x / 1e5, y / 1e5] as const))).toEqual([]);
});
