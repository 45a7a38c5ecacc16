/** A day as it is typed in three boxes, and how few keys it takes. Pure: today's year comes from the caller. */
import { type LocalDate, parseLocalDate } from '@denba/quantities/local-date';

export type DatePart = 'day' | 'month' | 'year';
export type DateEntry = Readonly<Record<DatePart, string>>;

/** The boxes of a day; of none, the year alone when it can be guessed. */
export const entryOfDate = (date: LocalDate | null, defaultYear: number | null): DateEntry =>
  date === null
    ? { day: '', month: '', year: defaultYear === null ? '' : String(defaultYear) }
    : { day: String(Number(date.slice(8))), month: String(Number(date.slice(5, 7))), year: date.slice(0, 4) };

export type DateReading =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'date'; readonly date: LocalDate }
  /** All three are there, and there is no such day (31 June). */
  | { readonly kind: 'noSuchDay' };

export const readDateEntry = ({ day, month, year }: DateEntry): DateReading => {
  if (day === '' || month === '' || year.length < 4) return { kind: 'incomplete' };
  const parsed = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return parsed.ok ? { kind: 'date', date: parsed.value } : { kind: 'noSuchDay' };
};

/** Whether no further digit can follow: 4 cannot begin a two-digit day, nor 2 a two-digit month. */
export const isPartFull = (part: DatePart, text: string): boolean =>
  part === 'year' ? text.length >= 4 : text.length >= 2 || Number(text) > (part === 'day' ? 3 : 1);

/** Two digits of a year become four, never later than `defaultYear`: with 2026, 26 is 2026 and 98 is 1998. */
export const completeYear = (text: string, defaultYear: number | null): string => {
  if (text.length !== 2 || defaultYear === null) return text;
  const year = Math.floor(defaultYear / 100) * 100 + Number(text);
  return String(year > defaultYear ? year - 100 : year);
};
