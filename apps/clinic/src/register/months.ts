/** Months as `2026-03`. */
import { addMonths, localDate } from '@denba/quantities/local-date';

/** The month that lies `step` months later (or earlier). */
export const monthAfter = (month: string, step: number): string =>
  addMonths(localDate(`${month}-01`), step).slice(0, 7);

/** The first month in which anything was done or agreed; `null` when nothing ever was. */
export const firstMonth = (
  families: Iterable<{
    readonly tallies: readonly { readonly month: string }[];
    readonly agreed: readonly { readonly due: string }[];
  }>,
): string | null => {
  let first: string | null = null;
  for (const { tallies, agreed } of families) {
    for (const month of [...tallies.map((tally) => tally.month), ...agreed.map(({ due }) => due.slice(0, 7))]) {
      if (first === null || month < first) first = month;
    }
  }
  return first;
};
