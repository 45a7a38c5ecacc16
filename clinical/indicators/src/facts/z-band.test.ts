import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zBand } from './z-band.ts';

describe('the band of a z-score', () => {
  it.each([
    [-2.5, -2.5],
    [-2.01, -2.5],
    [-2, -2],
    [-0.01, -0.5],
    [0, 0],
    [0.49, 0],
    [-9, -6],
    [7, 5.5],
  ])('%d lies in the band from %d', (z, band) => expect(zBand(z)).toBe(band));

  it('is unknown when the z-score is', () => {
    expect(zBand(null)).toBeNull();
    expect(zBand('')).toBeNull();
  });

  it('lies below −2 exactly when the z-score does', () => {
    const hundredths = fc.integer({ min: -900, max: 900 });
    fc.assert(
      fc.property(hundredths, (z) => {
        expect((zBand(z / 100) ?? 0) < -2).toBe(z / 100 < -2);
      }),
    );
  });
});
