import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('the 95 % interval of a proportion', () => {
  // Newcombe, Stat Med 1998;17:857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is as published', (n, of, low, high) => {
    const interval = wilsonInterval(n, of);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('is not known for nobody', () => expect(wilsonInterval(0, 0)).toBeNull());

  it('holds the proportion and stays inside none and all', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (n, rest) => {
        fc.pre(n + rest > 0);
        const { low, high } = wilsonInterval(n, n + rest) ?? { low: Number.NaN, high: Number.NaN };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(n / (n + rest));
        expect(high).toBeGreaterThanOrEqual(n / (n + rest));
      }),
    );
  });
});
