import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restrictedValueAt, restrictedZScore, valueAt, zScore, zScoreBelowSd3 } from './lms-method.ts';

/** Values of L, M and S in the range of the published tables. */
const parameters = fc.record({
  // L is published with four decimals. No table contains L = 0, but the code has a branch for it.
  l: fc.oneof(
    fc.integer({ min: -16_000, max: 15_000 }).map((tenThousandths) => tenThousandths / 10_000),
    fc.constantFrom(1, 0.0001, -0.0001, 0),
  ),
  m: fc.double({ min: 2, max: 120, noNaN: true }),
  s: fc.double({ min: 0.03, max: 0.2, noNaN: true }),
});
const z = fc.double({ min: -9, max: 9, noNaN: true });
const insideSd3 = fc.double({ min: -3, max: 3, noNaN: true });

describe('the LMS method', () => {
  it('gives back the z whose measurement it gave, to 1e-9', () => {
    fc.assert(
      fc.property(parameters, z, ({ l, m, s }, z) => {
        const y = restrictedValueAt(z, l, m, s);
        fc.pre(y > 0);
        expect(restrictedZScore(y, l, m, s)).toBeCloseTo(z, 9);
      }),
    );
    fc.assert(
      fc.property(parameters, insideSd3, ({ l, m, s }, z) => {
        expect(zScore(valueAt(z, l, m, s), l, m, s)).toBeCloseTo(z, 9);
      }),
    );
  });

  it('is the same restricted or not up to ±3', () => {
    fc.assert(
      fc.property(parameters, insideSd3, ({ l, m, s }, z) => {
        const y = valueAt(z, l, m, s);
        // At ±3 itself the two forms meet, and may differ in the last bit.
        expect(restrictedZScore(y, l, m, s)).toBeCloseTo(zScore(y, l, m, s), 9);
      }),
    );
  });

  it('keeps the distance between SD2 and SD3 for every further SD', () => {
    const [l, m, s] = [-0.35, 8, 0.09];
    const step = valueAt(3, l, m, s) - valueAt(2, l, m, s);
    expect(restrictedZScore(valueAt(3, l, m, s) + 2 * step, l, m, s)).toBeCloseTo(5, 12);
    const below = valueAt(-2, l, m, s) - valueAt(-3, l, m, s);
    expect(restrictedZScore(valueAt(-3, l, m, s) - 1.5 * below, l, m, s)).toBeCloseTo(-4.5, 12);
  });

  it('grows with the measurement', () => {
    const pair = fc.tuple(
      fc.double({ min: 0.01, max: 3, noNaN: true }),
      fc.double({ min: 1.0001, max: 2, noNaN: true }),
    );
    fc.assert(
      fc.property(parameters, pair, ({ l, m, s }, [share, factor]) => {
        const [low, high] = [m * share, m * share * factor];
        expect(restrictedZScore(high, l, m, s)).toBeGreaterThan(restrictedZScore(low, l, m, s));
      }),
    );
  });

  it('reads a power so small that it is a logarithm as one', () => {
    expect(zScore(11, 0, 10, 0.1)).toBeCloseTo(Math.log(1.1) / 0.1, 12);
    expect(zScore(11, 1e-6, 10, 0.1)).toBeCloseTo(zScore(11, 0, 10, 0.1), 6);
  });

  it('continues below −3 for amounts that have no power', () => {
    expect(zScoreBelowSd3(-100, 0.7, 1200, 0.2)).toBeLessThan(-3);
    expect(zScoreBelowSd3(valueAt(-3, 0.7, 1200, 0.2), 0.7, 1200, 0.2)).toBe(-3);
  });
});
