/** Months written as `2026-03`. */
import type { FamilyMonths } from '@denba/protocols/care/lists/month-tally';
import { addMonths, localDate } from '@denba/quantities/local-date';

/** The month `step` months later, or earlier when negative. */
export const monthAfter = (month: string, step: number): string =>
  addMonths(localDate(`${month}-01`), step).slice(0, 7);

/** The first month with any count; `null` when there is none. */
export const firstMonth = (families: Iterable<FamilyMonths>): string | null => {
  let first: string | null = null;
  for (const months of families) {
    for (const { counts } of months) for (const [month] of counts) if (first === null || month < first) first = month;
  }
  return first;
};
