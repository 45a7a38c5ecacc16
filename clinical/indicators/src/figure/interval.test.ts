import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from './interval.ts';

describe('the 95 % interval of a share', () => {
  /** R. G. Newcombe, Statistics in Medicine 1998; 17: 857–872, table I, method 3 (score, no continuity correction). */
  const published = [
    { numerator: 81, denominator: 263, low: 0.2553, high: 0.3662 },
    { numerator: 15, denominator: 148, low: 0.0624, high: 0.1605 },
    { numerator: 0, denominator: 20, low: 0, high: 0.1611 },
    { numerator: 1, denominator: 29, low: 0.0061, high: 0.1718 },
  ];
  for (const { numerator, denominator, low, high } of published) {
    it(`of ${numerator} of ${denominator} is ${low} to ${high}, as published`, () => {
      const interval = wilson(numerator, denominator);
      expect(interval.low.toFixed(4)).toBe(low.toFixed(4));
      expect(interval.high.toFixed(4)).toBe(high.toFixed(4));
    });
  }

  const arbitraryShare = () =>
    fc.integer({ min: 1, max: 5000 }).chain((all) => fc.record({ part: fc.nat(all), all: fc.constant(all) }));

  it('contains the share and stays within nothing and all', () => {
    fc.assert(
      fc.property(arbitraryShare(), ({ part, all }) => {
        const { low, high } = wilson(part, all);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(part / all);
        expect(high).toBeGreaterThanOrEqual(part / all);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of those that do not count is the mirror of that of those that do', () => {
    fc.assert(
      fc.property(arbitraryShare(), ({ part, all }) => {
        const [of, rest] = [wilson(part, all), wilson(all - part, all)];
        expect(rest.low).toBeCloseTo(1 - of.high, 12);
        expect(rest.high).toBeCloseTo(1 - of.low, 12);
      }),
    );
  });

  it('is narrower the more were counted', () => {
    const width = ({ low, high }: ReturnType<typeof wilson>) => high - low;
    fc.assert(
      fc.property(arbitraryShare(), ({ part, all }) => {
        expect(width(wilson(part * 2, all * 2))).toBeLessThan(width(wilson(part, all)));
      }),
    );
  });
});
