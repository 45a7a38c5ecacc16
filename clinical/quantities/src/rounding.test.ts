import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfUp, roundTo2 } from './rounding.ts';

describe('rounding as WHO anthro does', () => {
  it('rounds ages half up', () => {
    expect([730.49, 730.5, 731.5, 0.5].map(roundHalfUp)).toEqual([730, 731, 732, 1]);
  });

  it('takes the nearer two-decimal candidate, exact ties to even', () => {
    expect(roundTo2(-2.004)).toBe(-2);
    expect(roundTo2(-2.006)).toBe(-2.01);
    expect(roundTo2(0.125)).toBe(0.12);
    expect(roundTo2(0.375)).toBe(0.38);
    expect(roundTo2(-0.125)).toBe(-0.12);
    expect(roundTo2(2)).toBe(2);
  });

  it('is never further than half a hundredth away, and does nothing the second time', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (value) => {
        const rounded = roundTo2(value);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.005 + 1e-12);
        expect(roundTo2(rounded)).toBe(rounded);
      }),
    );
  });
});
