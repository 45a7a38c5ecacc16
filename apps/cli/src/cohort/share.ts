/**
 * A share with its 95 % interval. Visits of the same infant and twins are not independent: read it as a measure of how
 * few there are, not of everything that is uncertain.
 */
import { wilsonInterval } from '@denba/quantities/wilson-interval';

export type Share = {
  readonly n: number;
  readonly of: number;
  /** Percentages, two decimals; `null` when there is nobody to count. */
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
