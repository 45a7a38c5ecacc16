/**
 * A calendar day without time or time zone: birth dates, visit dates, due dates.
 *
 * Written and compared as ISO 8601 `YYYY-MM-DD` (years 0001–9999, proleptic Gregorian). Arithmetic uses day numbers
 * (days since 1970-01-01), without a clock or `Date`, so a day does not shift when the phone's time zone does.
 */
import { err, ok, type Result } from './result.ts';

declare const localDateBrand: unique symbol;
export type LocalDate = string & { readonly [localDateBrand]: true };

export type LocalDateError = { readonly kind: 'notADate'; readonly text: string };

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month; `month` is 1–12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const format = (year: number, month: number, day: number): LocalDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate;

const parts = (date: LocalDate): readonly [year: number, month: number, day: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
];

/** Parses `YYYY-MM-DD`. Anything else, 30 February included, is an error that carries the text. */
export const parseLocalDate = (text: string): Result<LocalDate, LocalDateError> => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)) {
      return ok(text as LocalDate);
    }
  }
  return err({ kind: 'notADate', text });
};

/** For constants in code and tests. Throws `RangeError` on a text that is not a date. */
export const localDate = (text: string): LocalDate => {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new RangeError(`not a calendar date (YYYY-MM-DD): ${text}`);
  return parsed.value;
};

/** Days since 1970-01-01, which is day 0. Algorithm: era of 400 years, March-based (Hinnant, days_from_civil). */
export const toDayNumber = (date: LocalDate): number => {
  const [year, month, day] = parts(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** The inverse of `toDayNumber`. */
export const fromDayNumber = (dayNumber: number): LocalDate => {
  const z = dayNumber + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return format(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
};

export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(toDayNumber(date) + days);

/** Signed number of days: positive when `later` is after `earlier`. */
export const daysBetween = (earlier: LocalDate, later: LocalDate): number => toDayNumber(later) - toDayNumber(earlier);

/** The same day `months` later, or the last day of that month when it is shorter (31 January + 1 → 28 February). */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const [year, month, day] = parts(date);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return format(y, m, Math.min(day, daysInMonth(y, m)));
};

/**
 * Whole calendar months from `earlier` to `later` (a month is complete on the same day of the month, or at month's
 * end).
 */
export const completedMonthsBetween = (earlier: LocalDate, later: LocalDate): number => {
  const [y1, m1] = parts(earlier);
  const [y2, m2] = parts(later);
  const months = (y2 - y1) * 12 + (m2 - m1);
  return addMonths(earlier, months) > later ? months - 1 : months;
};
