import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centileOfZ, normalProbability, normalQuantile, zOfCentile } from './normal-distribution.ts';

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1.959963984540054, 0.025],
    [-3, 0.00134989803163009],
    [-5, 2.86651571879194e-7],
    [-8, 6.22096057427178e-16],
    [-10, 7.61985302416053e-24],
  ])('has below z = %f the share %f', (z, share) => {
    expect(normalProbability(z) / share).toBeCloseTo(1, 12);
  });

  it('knows the centiles of a growth chart', () => {
    expect([3, 10, 50, 97].map((centile) => zOfCentile(centile).toFixed(4))).toEqual([
      '-1.8808',
      '-1.2816',
      '0.0000',
      '1.8808',
    ]);
    expect(centileOfZ(-2)).toBeCloseTo(2.275013, 6);
  });

  it('is inverse to itself from −37 to 8', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 0, noNaN: true }), (z) => {
        expect(normalQuantile(normalProbability(z))).toBeCloseTo(z, 10);
      }),
    );
    expect(normalQuantile(normalProbability(4))).toBeCloseTo(4, 9);
  });

  it('refuses what is no share', () => {
    for (const p of [0, 1, -0.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
