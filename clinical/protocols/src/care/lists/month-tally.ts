/**
 * What a family adds to the figures of each month, as stored in its list row, by health worker and place. Tuples keep
 * it short, because a phone reads ten thousand rows while the worker waits. Computed by
 * `@denba/indicators/month/family-months`.
 */
import type { LocalDate } from '@denba/quantities/local-date';

/**
 * `since`: the day from which the count is certain; `null` or absent: certain as soon as it is recorded. `value`: the
 * code, for a spread.
 */
export type MonthCount = readonly [
  /** `2026-03` */
  month: string,
  indicator: string,
  numerator: number,
  denominator: number,
  since?: LocalDate | null,
  value?: string,
];

export type AuthorMonths = {
  readonly author: string;
  readonly place: string;
  readonly counts: readonly MonthCount[];
};

export type FamilyMonths = readonly AuthorMonths[];
