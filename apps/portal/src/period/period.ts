/** A period is a range of whole months, both ends included. Figures are stored by month. */

/** Such as `2026-03`. */
export type Month = string;

export type Period = { readonly from: Month; readonly to: Month };

export const addMonths = (month: Month, count: number): Month => {
  const all = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}`;
};

export const lengthOf = ({ from, to }: Period): number => distance(from, to) + 1;

export const monthsOf = (period: Period): readonly Month[] =>
  Array.from({ length: lengthOf(period) }, (_, at) => addMonths(period.from, at));

/** The period of the same length just before. */
export const previousOf = (period: Period): Period => {
  const length = lengthOf(period);
  return { from: addMonths(period.from, -length), to: addMonths(period.from, -1) };
};

/** The months that a trend shows: the twelve months up to the end of the period, or the period when it is longer. */
export const trendOf = (period: Period): Period => {
  const yearBefore = addMonths(period.to, -11);
  if (period.from < yearBefore) return period;
  return { from: yearBefore, to: period.to };
};

/**
 * Reads `2026-03`, `2026-Q1`, `2026` or `2026-01..2026-04`. Returns `null` for any other text, when the end is before
 * the start, and for more than ten years.
 */
export const parsePeriod = (text: string): Period | null => {
  const [, month] = /^(\d{4}-\d{2})$/.exec(text) ?? [];
  if (month !== undefined) return checked(month, month);
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
  if (year !== undefined && quarter !== undefined) {
    const first = `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}`;
    return checked(first, addMonths(first, 2));
  }
  const [, whole] = /^(\d{4})$/.exec(text) ?? [];
  if (whole !== undefined) return checked(`${whole}-01`, `${whole}-12`);
  const [, from, to] = /^(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/.exec(text) ?? [];
  return from === undefined || to === undefined ? null : checked(from, to);
};

/** The shortest form that `parsePeriod` reads. */
export const writePeriod = ({ from, to }: Period): string => {
  if (from === to) return from;
  const [year, first] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (first === 1 && to === `${year}-12`) return year;
  if (first % 3 === 1 && to === addMonths(from, 2)) return `${year}-Q${(first + 2) / 3}`;
  return `${from}..${to}`;
};

/** The largest unit of which the period consists of whole ones; `null`: it begins or ends inside a quarter. */
export const alignmentOf = ({ from, to }: Period): 'month' | 'quarter' | 'year' | null => {
  if (from === to) return 'month';
  if (from.endsWith('-01') && to.endsWith('-12')) return 'year';
  return Number(from.slice(5, 7)) % 3 === 1 && Number(to.slice(5, 7)) % 3 === 0 ? 'quarter' : null;
};

/** Whether the last month of the period is not over: it is the month of `today` or a later one. */
export const isUnderWay = ({ to }: Period, today: string): boolean => to >= today.slice(0, 7);

/**
 * The last month of the period that is over, or the month before that of `today` when it is earlier. The month of
 * `today` does not count, because centres may still send entries for it.
 */
export const lastWhole = ({ to }: Period, today: string): Month => {
  const over = addMonths(today.slice(0, 7), -1);
  return to < over ? to : over;
};

/** The months of the period that have begun. */
export const begunOf = (period: Period, today: string): readonly Month[] =>
  monthsOf(period).filter((month) => month <= today.slice(0, 7));

/** The last quarter that is over. */
export const usualQuarter = (today: string): Period => {
  const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const from = addMonths(`${today.slice(0, 4)}-${String(first).padStart(2, '0')}`, -3);
  return { from, to: addMonths(from, 2) };
};

/** The last three whole months: long enough for rates, recent enough to act on. `today`: such as `2026-11-26`. */
export const usualPeriod = (today: string): Period => {
  const last = addMonths(today.slice(0, 7), -1);
  return { from: addMonths(last, -2), to: last };
};

const LONGEST = 120;

const checked = (from: Month, to: Month): Period | null => {
  const period = { from, to };
  if (!isMonth(from) || !isMonth(to) || from > to || lengthOf(period) > LONGEST) return null;
  return period;
};

const isMonth = (text: string): boolean => /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(text);

const distance = (from: Month, to: Month): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
