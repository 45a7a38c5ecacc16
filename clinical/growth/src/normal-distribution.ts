/**
 * The standard normal distribution: probability below z, and the z of a probability. Both keep their relative accuracy
 * in the tails, so that a z of −8 and its probability of 6e-16 are inverse to each other.
 */

/** The share of the distribution below `z`. */
export const normalProbability = (z: number): number => (z > 0 ? 1 - upperTail(z) : upperTail(-z));

/** The z below which the share `p` lies; `p` strictly between 0 and 1. */
export const normalQuantile = (p: number): number => {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability strictly between 0 and 1 is needed, not ${p}`);
  return p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p);
};

/** Centile (0–100) to z: the 3rd centile is −1.88. */
export const zOfCentile = (centile: number): number => normalQuantile(centile / 100);

/** z to centile (0–100). */
export const centileOfZ = (z: number): number => normalProbability(z) * 100;

/** The share above `z`, `z` ≥ 0: power series near the middle, continued fraction in the tail. */
export const upperTail = (z: number): number => {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 2.5) {
    let term = z;
    let sum = z;
    for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  // Depth of the fraction that double precision needs: 120 steps at z = 2.5, some 30 at 6.
  for (let depth = Math.ceil(20 + 625 / (z * z)); depth > 0; depth--) fraction = z + depth / fraction;
  return density / fraction;
};

/**
 * The z above which the share `p` ≤ 0.5 lies: a rational first guess (Hastings 26.2.23), refined by Halley's method.
 */
const upperQuantile = (p: number): number => {
  const t = Math.sqrt(-2 * Math.log(p));
  let z = Math.max(
    0,
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))),
  );
  for (let step = 0; step < 4; step++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const error = (upperTail(z) - p) / density;
    const change = error / (1 - (error * z) / 2);
    z += change;
    if (Math.abs(change) < 1e-6 * z) break; // the next step would be of the size of its cube
  }
  return z;
};
