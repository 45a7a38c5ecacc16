/**
 * Student's t with any number of degrees of freedom: the upper tail probability of t, and the t of such a probability.
 * The tail is computed directly (never as 1 − p), by the incomplete beta function: I_x(ν/2, 1/2) with x = ν/(ν + t²).
 */

/** The share above `t`, `t` ≥ 0. */
export const studentUpperTail = (t: number, freedom: number): number =>
  0.5 * incompleteBeta(freedom / (freedom + t * t), (t * t) / (freedom + t * t), freedom / 2, 0.5);

/** The t ≥ 0 above which the share `p` lies, 0 < p ≤ 0.5: Newton's method kept within a shrinking bracket. */
export const studentUpperQuantile = (p: number, freedom: number): number => {
  if (!(p > 0 && p <= 0.5)) throw new RangeError(`a share in (0, 0.5] is needed, not ${p}`);
  if (p === 0.5) return 0;
  let low = 0;
  let high = 1;
  while (studentUpperTail(high, freedom) > p) high *= 2;
  let t = high / 2;
  for (let step = 0; step < 200; step++) {
    const tail = studentUpperTail(t, freedom);
    if (tail > p) low = t;
    else high = t;
    // Newton's step on the logarithm of the tail, which is nearly linear far out.
    const newton = t + (tail / studentDensity(t, freedom)) * Math.log(tail / p);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - t) <= 1e-15 * next) return next;
    t = next;
  }
  return t;
};

const studentDensity = (t: number, freedom: number): number =>
  Math.exp(logGamma((freedom + 1) / 2) - logGamma(freedom / 2) - ((freedom + 1) / 2) * Math.log1p((t * t) / freedom)) /
  Math.sqrt(freedom * Math.PI);

/** I_x(a, b), regularised; `complement` is 1 − x, passed separately so that no precision is lost near x = 1. */
export const incompleteBeta = (x: number, complement: number, a: number, b: number): number => {
  if (x <= 0) return 0;
  if (complement <= 0) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(complement));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(complement, b, a)) / b;
};

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
const betaFraction = (x: number, a: number, b: number): number => {
  const tiny = 1e-300;
  const apart = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / apart(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / apart(1 + even * d);
    c = apart(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / apart(1 + odd * d);
    c = apart(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return fraction;
};

/** ln Γ(x), x > 0: Stirling's series after moving x above 10. */
export const logGamma = (x: number): number => {
  let shift = 0;
  let y = x;
  while (y < 10) {
    shift -= Math.log(y);
    y += 1;
  }
  const w = 1 / (y * y);
  const series = (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - (w * 691) / 360360))))) / y;
  return shift + (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series;
};
