/**
 * A share with its 95 % interval. Visits of one infant, and twins, are not independent, so the interval reflects only
 * how small the numbers are, not every source of uncertainty.
 */
import { wilsonInterval } from '@denba/quantities/wilson-interval';

export type Share = {
  readonly n: number;
  readonly of: number;
  /** Percentages, rounded to two decimals; `null` when `of` is zero. */
  readonly pct: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

export const shareOf = (n: number, of: number): Share => {
  const interval = wilsonInterval(n, of);
  if (interval === null) return { n, of, pct: null, low: null, high: null };
  return { n, of, pct: percent(n / of), low: percent(interval.low), high: percent(interval.high) };
};

const percent = (share: number): number => Math.round(share * 10_000) / 100;
