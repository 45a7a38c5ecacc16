/**
 * The 95 % interval of a proportion by Wilson's score method (Wilson, JASA 1927; Newcombe, Stat Med 1998), which stays
 * within 0–1 and is valid for small numbers. It shows only the uncertainty due to small numbers.
 */
export type Interval = { readonly low: number; readonly high: number };

const Z = 1.959963984540054;

/** The interval of `n` out of `of`, as fractions of 1; `null` when `of` is 0. */
export const wilsonInterval = (n: number, of: number): Interval | null => {
  if (of === 0) return null;
  const p = n / of;
  const square = Z * Z;
  const middle = p + square / (2 * of);
  const half = Z * Math.sqrt((p * (1 - p)) / of + square / (4 * of * of));
  const scale = 1 + square / of;
  // When none or all were counted the bound is exactly 0 or 1; rounding errors must not move it.
  return { low: n === 0 ? 0 : (middle - half) / scale, high: n === of ? 1 : (middle + half) / scale };
};
