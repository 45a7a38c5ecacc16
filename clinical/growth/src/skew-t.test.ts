import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skewTValueAt, skewTZScore } from './skew-t.ts';

const curve = fc.record({
  mu: fc.double({ min: 1, max: 50, noNaN: true }),
  sigma: fc.double({ min: 0.2, max: 2, noNaN: true }),
  nu: fc.double({ min: 0.9, max: 1.2, noNaN: true }),
  tau: fc.double({ min: 10, max: 30, noNaN: true }),
});

describe('the skew-t type 3', () => {
  it('gives back the z whose value it gave, to 1e-9, from −8 to 8', () => {
    fc.assert(
      fc.property(curve, fc.double({ min: -8, max: 8, noNaN: true }), (parameters, z) => {
        expect(skewTZScore(skewTValueAt(z, parameters), parameters)).toBeCloseTo(z, 9);
      }),
    );
  });

  it('is symmetric around μ when ν is 1', () => {
    const parameters = { mu: 3, sigma: 0.4, nu: 1, tau: 17 };
    expect(skewTZScore(3, parameters)).toBeCloseTo(0, 12);
    expect(skewTZScore(3.5, parameters)).toBeCloseTo(-skewTZScore(2.5, parameters), 12);
  });

  it('joins its two halves at μ, where the share below is 1 / (1 + ν²)', () => {
    const parameters = { mu: 3, sigma: 0.4, nu: 1.126787, tau: 19.65738 };
    expect(skewTZScore(3 - 1e-12, parameters)).toBeCloseTo(skewTZScore(3 + 1e-12, parameters), 9);
  });

  it('grows with the value', () => {
    fc.assert(
      fc.property(curve, fc.double({ min: -20, max: 20, noNaN: true }), (parameters, steps) => {
        const y = parameters.mu + steps * parameters.sigma;
        expect(skewTZScore(y + 0.01 * parameters.sigma, parameters)).toBeGreaterThan(skewTZScore(y, parameters));
      }),
    );
  });
});
