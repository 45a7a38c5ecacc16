import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upperTail } from './normal-distribution.ts';
import { incompleteBeta, logGamma, studentUpperQuantile, studentUpperTail } from './student-distribution.ts';

describe("Student's t", () => {
  it('has the tails of the printed tables', () => {
    expect(studentUpperTail(12.706204736174698, 1)).toBeCloseTo(0.025, 12);
    expect(studentUpperTail(2.1098155778331806, 17)).toBeCloseTo(0.025, 12);
    expect(studentUpperTail(2.3263478740408408, 1e9)).toBeCloseTo(0.01, 7);
  });

  it('is Cauchy with one degree of freedom, and normal with very many', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 30, noNaN: true }), (t) => {
        expect(studentUpperTail(t, 1)).toBeCloseTo(0.5 - Math.atan(t) / Math.PI, 12);
        expect(studentUpperTail(t, 1e8)).toBeCloseTo(upperTail(t), 7);
      }),
    );
  });

  it('has the closed form of two degrees of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (t) => {
        expect(studentUpperTail(t, 2)).toBeCloseTo(0.5 - t / (2 * Math.sqrt(2 + t * t)), 12);
      }),
    );
  });

  it('gives back the share whose t it gave, in relative terms', () => {
    const share = fc.double({ min: 1e-12, max: 0.5, noNaN: true, minExcluded: true });
    fc.assert(
      fc.property(share, fc.double({ min: 2, max: 40, noNaN: true }), (p, freedom) => {
        expect(studentUpperTail(studentUpperQuantile(p, freedom), freedom) / p).toBeCloseTo(1, 10);
      }),
    );
  });

  it('stands on a gamma and a beta function that are right', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(incompleteBeta(0.3, 0.7, 1, 1)).toBeCloseTo(0.3, 14);
    expect(incompleteBeta(0.3, 0.7, 2, 1)).toBeCloseTo(0.09, 14);
    expect(incompleteBeta(0.9, 0.1, 2, 3)).toBeCloseTo(1 - 0.1 ** 3 * (1 + 3 * 0.9), 13);
  });
});
