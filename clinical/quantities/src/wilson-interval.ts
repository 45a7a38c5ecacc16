/**
 * The 95 % interval of a proportion by Wilson's score method (Wilson, JASA 1927; Newcombe, Stat Med 1998), which stays
 * inside 0–1 and holds for small numbers. It measures how few were counted, not everything that is uncertain.
 */
export type Interval = { readonly low: number; readonly high: number };

const Z = 1.959963984540054;

/** `n` of `of`, as fractions of one; `null` when there is nobody to count. */
export const wilsonInterval = (n: number, of: number): Interval | null => {
  if (of === 0) return null;
  const p = n / of;
  const square = Z * Z;
  const middle = p + square / (2 * of);
  const half = Z * Math.sqrt((p * (1 - p)) / of + square / (4 * of * of));
  const scale = 1 + square / of;
  // At none and at all, the bound is exact; rounding must not move it.
  return { low: n === 0 ? 0 : (middle - half) / scale, high: n === of ? 1 : (middle + half) / scale };
};
