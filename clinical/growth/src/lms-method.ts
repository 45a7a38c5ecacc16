/**
 * The LMS method (Cole and Green, 1992): the z-score of a measurement, and the measurement at a z-score.
 *
 * The restricted form is WHO's (Child Growth Standards: Methods and development, 2006, chapter 7): for measurements
 * that depend on weight, the distance between the outer SD lines is kept constant beyond ±3, because the power of the
 * LMS form has no data to rest on out there. Source of the rules: WHO anthro, R/z-score-helper.R.
 */

/*
 * (y/M)^L − 1 is computed as expm1(L·ln(y/M)), and its inverse with log1p: equal to the power form to the last digits,
 * exact where L is nearly 0 (where the power form suffers cancellation), and three times faster.
 */

/** Below this |L| the logarithm replaces the power. No WHO table contains such an L. */
const NEARLY_ZERO = 1.5e-8;

/** z of the measurement `y`, unrounded; `y` > 0. */
export const zScore = (y: number, l: number, m: number, s: number): number => {
  if (l === 1) return (y / m - 1) / s;
  if (Math.abs(l) < NEARLY_ZERO) return Math.log(y / m) / s;
  return Math.expm1(l * Math.log(y / m)) / (s * l);
};

/** z of `y`; beyond ±3 the distance between SD2 and SD3 is continued as constant. Exactly ±3 is not beyond. */
export const restrictedZScore = (y: number, l: number, m: number, s: number): number => {
  const z = zScore(y, l, m, s);
  if (z > 3) {
    const sd3 = valueAt(3, l, m, s);
    return 3 + (y - sd3) / (sd3 - valueAt(2, l, m, s));
  }
  return z < -3 ? zScoreBelowSd3(y, l, m, s) : z;
};

/**
 * The continuation below −3 alone; it also holds for `y` ≤ 0, where the power is undefined (a large loss of weight).
 */
export const zScoreBelowSd3 = (y: number, l: number, m: number, s: number): number => {
  const sd3 = valueAt(-3, l, m, s);
  return -3 + (y - sd3) / (valueAt(-2, l, m, s) - sd3);
};

/** The measurement at `z`; needs 1 + L·S·z > 0. The inverse of `zScore`. */
export const valueAt = (z: number, l: number, m: number, s: number): number => {
  if (l === 1) return m * (1 + s * z);
  if (Math.abs(l) < NEARLY_ZERO) return m * Math.exp(s * z);
  return m * Math.exp(Math.log1p(l * s * z) / l);
};

/** The inverse of `restrictedZScore`. */
export const restrictedValueAt = (z: number, l: number, m: number, s: number): number => {
  if (z > 3) {
    const sd3 = valueAt(3, l, m, s);
    return sd3 + (z - 3) * (sd3 - valueAt(2, l, m, s));
  }
  if (z < -3) {
    const sd3 = valueAt(-3, l, m, s);
    return sd3 + (z + 3) * (valueAt(-2, l, m, s) - sd3);
  }
  return valueAt(z, l, m, s);
};
