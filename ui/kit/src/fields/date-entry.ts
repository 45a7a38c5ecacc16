/** A date while it is typed in three boxes, with few key presses. Pure: the caller passes the current year. */
import { type LocalDate, parseLocalDate } from '@denba/quantities/local-date';

export type DatePart = 'day' | 'month' | 'year';
export type DateEntry = Readonly<Record<DatePart, string>>;

/** The text of the three boxes. Without a date they are empty, except for the year when a default is given. */
export const entryOfDate = (date: LocalDate | null, defaultYear: number | null): DateEntry =>
  date === null
    ? { day: '', month: '', year: defaultYear === null ? '' : String(defaultYear) }
    : { day: String(Number(date.slice(8))), month: String(Number(date.slice(5, 7))), year: date.slice(0, 4) };

export type DateReading =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'date'; readonly date: LocalDate }
  /** All three boxes are filled, but there is no such day (31 June). */
  | { readonly kind: 'noSuchDay' };

export const readDateEntry = ({ day, month, year }: DateEntry): DateReading => {
  if (day === '' || month === '' || year.length < 4) return { kind: 'incomplete' };
  const parsed = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return parsed.ok ? { kind: 'date', date: parsed.value } : { kind: 'noSuchDay' };
};

/** Whether no further digit can follow in this box: no two-digit day begins with 4, no two-digit month with 2. */
export const isPartFull = (part: DatePart, text: string): boolean =>
  part === 'year' ? text.length >= 4 : text.length >= 2 || Number(text) > (part === 'day' ? 3 : 1);

/** Completes a two-digit year to four digits, never later than `defaultYear`: with 2026, 26 is 2026 and 98 is 1998. */
export const completeYear = (text: string, defaultYear: number | null): string => {
  if (text.length !== 2 || defaultYear === null) return text;
  const year = Math.floor(defaultYear / 100) * 100 + Number(text);
  return String(year > defaultYear ? year - 100 : year);
};
