/**
 * A share with its 95 % interval by Wilson's score method (Wilson, JASA 1927; Newcombe, Stat Med 1998), which stays
 * inside 0–100 % and holds for small numbers. Visits of the same infant and twins are not independent: read it as a
 * measure of how few there are, not of everything that is uncertain.
 */
export type Share = {
  readonly n: number;
  readonly of: number;
  /** Percentages, two decimals; `null` when there is nobody to count. */
  readonly pct: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

const Z = 1.959963984540054;

export const shareOf = (n: number, of: number): Share => {
  if (of === 0) return { n, of, pct: null, low: null, high: null };
  const p = n / of;
  const square = Z * Z;
  const middle = p + square / (2 * of);
  const half = Z * Math.sqrt((p * (1 - p)) / of + square / (4 * of * of));
  const scale = 1 + square / of;
  // At 0 and at all, the bound is exact; rounding must not move it.
  const low = n === 0 ? 0 : (middle - half) / scale;
  const high = n === of ? 1 : (middle + half) / scale;
  return { n, of, pct: percent(p), low: percent(low), high: percent(high) };
};

const percent = (share: number): number => Math.round(share * 10_000) / 100;
