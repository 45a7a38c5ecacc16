/**
 * Which months a place closes. Pure. A month is closed once, with what was there: therefore only months whose closing
 * day comes after the first phone of the place joined, and never one before a month that is closed already. Entries
 * that come later for such a month are late, and are not frozen as if they had been on time.
 */

/** Days after the end of a month by which its report is due (RMNCAH data set). */
const DAYS_TO_CLOSE = 15;

type Standing = {
  /** When the first phone of the place joined. */
  readonly joined: Date;
  /** The last month that the place closed, `2026-10`; `null`: none yet. */
  readonly closed: string | null;
};

/** Sorted. Empty when nothing is due. */
export const monthsToClose = ({ joined, closed }: Standing, now: Date): readonly string[] => {
  const due = lastClosed(now);
  const from = next(closed ?? lastClosed(joined));
  const months: string[] = [];
  for (let month = from; month <= due; month = next(month)) months.push(month);
  return months;
};

/** The last month whose closing day has come at a moment: `2026-10` from 15 November 2026 on. */
export const lastClosed = (at: Date): string => {
  const day = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() - DAYS_TO_CLOSE + 1));
  return monthOf(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 1, 1));
};

/** The moment when a month is closed, ISO 8601: `2026-11-15T00:00:00.000Z` for `2026-10`. */
export const closingDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), DAYS_TO_CLOSE)).toISOString();

const next = (month: string): string => monthOf(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1));

const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);
