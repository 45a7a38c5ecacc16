import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draw = (seed: string, count: number): readonly number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the seeded generator', () => {
  it('gives the same numbers for the same seed, forever', () => {
    expect(draw('denba', 3)).toEqual([0.5339304117774953, 0.8418393488785344, 0.7362709841450353]);
  });

  it('gives others for another seed', () => {
    expect(draw('denba', 5)).not.toEqual(draw('denba ', 5));
  });

  it('is uniform, and normal where asked', () => {
    const random = createRandom('shape');
    const uniform = Array.from({ length: 20_000 }, () => random.next());
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    expect(mean(uniform)).toBeCloseTo(0.5, 1.7);
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniform)).toBeLessThan(1);
    const tenths = Array.from({ length: 10 }, (_, tenth) => uniform.filter((u) => Math.floor(u * 10) === tenth).length);
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
    expect(mean(normal)).toBeCloseTo(0, 1.4);
    expect(mean(normal.map((z) => z * z))).toBeCloseTo(1, 1.2);
    expect(normal.filter((z) => z < -1.96).length / 20_000).toBeCloseTo(0.025, 1.9);
  });

  it('forks streams that depend on the name only, not on what was drawn before', () => {
    const early = createRandom('a');
    const late = createRandom('a');
    late.next();
    expect(early.fork('family 7').next()).toBe(late.fork('family 7').next());
    expect(early.fork('family 7').next()).not.toBe(early.fork('family 8').next());
  });

  it('draws whole numbers and items in range', () => {
    const random = createRandom(1);
    const drawn = new Set(Array.from({ length: 200 }, () => random.whole(4)));
    expect([...drawn].sort()).toEqual([0, 1, 2, 3]);
    expect(['a', 'b']).toContain(random.pick(['a', 'b']));
  });
});
