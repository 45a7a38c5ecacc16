/**
 * What a family adds to the figures of each month, as its row keeps it: by worker and place, in as few letters as will do,
 * for a phone reads ten thousand rows while she waits. Counted in `@denba/indicators/month/family-months`.
 */
import type { LocalDate } from '@denba/quantities/local-date';

/** `since`: not before this day; `null` or absent: as soon as it is written. `value`: of a spread the code. */
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
