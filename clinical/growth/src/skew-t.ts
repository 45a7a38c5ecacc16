/**
 * The skew-t type 3 distribution (Fernández and Steel, 1998; `ST3` of Rigby and Stasinopoulos): two halves of Student's
 * t, scaled by ν on the right and by 1/ν on the left. INTERGROWTH-21st newborn size uses it from 33+0.
 *
 * z and value are converted through the *nearer* tail, so both directions stay precise far out on both sides.
 */
import { normalQuantile, upperTail } from './normal-distribution.ts';
import { studentUpperQuantile, studentUpperTail } from './student-distribution.ts';

export type SkewT = { readonly mu: number; readonly sigma: number; readonly nu: number; readonly tau: number };

/** The z-score of `y`: the standard normal deviate with the same probability below it. */
export const skewTZScore = (y: number, { mu, sigma, nu, tau }: SkewT): number => {
  const left = 1 / (1 + nu * nu);
  const distance = (y - mu) / sigma;
  if (distance < 0) return normalQuantile(2 * left * studentUpperTail(-distance * nu, tau));
  return -normalQuantile(2 * nu * nu * left * studentUpperTail(distance / nu, tau));
};

/** The value at `z`: the inverse of `skewTZScore`. Needs |z| < 37: beyond, the tail probability underflows. */
export const skewTValueAt = (z: number, { mu, sigma, nu, tau }: SkewT): number => {
  const left = 1 / (1 + nu * nu);
  const below = z < 0 ? upperTail(-z) : 1 - upperTail(z);
  if (below < left) return mu - (sigma / nu) * studentUpperQuantile(below / (2 * left), tau);
  const above = z < 0 ? 1 - upperTail(-z) : upperTail(z);
  return mu + sigma * nu * studentUpperQuantile(Math.min(0.5, above / (2 * nu * nu * left)), tau);
};
