/**
 * Which months a place closes. Pure. A month is closed once, with what was there: so only months whose closing day the place
 * has lived to see since its first phone joined, and never one that lies before another that it closed already. What comes
 * later for such a month is late, and is not frozen as if it had been in time.
 */

/** By which a report is due: fifteen days after the end of the month (RMNCAH data set). */
const DAYS_TO_CLOSE = 15;

type Standing = {
  /** Since when somebody there could have sent. */
  readonly joined: Date;
  /** The last month that it closed, `2026-10`; `null`: none yet. */
  readonly closed: string | null;
};

/** In order. Empty: nothing is due. */
export const monthsToClose = ({ joined, closed }: Standing, now: Date): readonly string[] => {
  const due = lastClosed(now);
  const from = next(closed ?? lastClosed(joined));
  const months: string[] = [];
  for (let month = from; month <= due; month = next(month)) months.push(month);
  return months;
};

/** The last month that is closed at a moment: `2026-10` from 15 November 2026 on. */
export const lastClosed = (at: Date): string => {
  const day = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() - DAYS_TO_CLOSE + 1));
  return monthOf(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 1, 1));
};

/** The first moment at which a month is closed, ISO 8601: `2026-11-15T00:00:00.000Z` of `2026-10`. */
export const closingDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), DAYS_TO_CLOSE)).toISOString();

const next = (month: string): string => monthOf(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1));

const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);
