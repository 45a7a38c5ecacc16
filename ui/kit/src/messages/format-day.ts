/**
 * Writes a calendar day in words. In UTC, because a `LocalDate` has no time zone and must not shift with the phone's.
 */
import { type LocalDate, toDayNumber } from '@denba/quantities/local-date';

/**
 * `short`: 26/11/2026. `medium`: 26 nov. 2026. `long`: jeudi 26 novembre 2026. `dayMonth`: 26 nov.
 * The order and the names are those of the language.
 */
export type DayForm = 'short' | 'medium' | 'long' | 'dayMonth';

const DAY_MS = 86_400_000;

const forms: Readonly<Record<DayForm, Intl.DateTimeFormatOptions>> = {
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
};

const made = new Map<string, Intl.DateTimeFormat>();

/** Formatters are cached: making one takes a millisecond on a cheap phone, and a list has hundreds of days. */
const formatter = (language: string, form: DayForm): Intl.DateTimeFormat => {
  const key = `${language} ${form}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = new Intl.DateTimeFormat(regional(language), { ...forms[form], timeZone: 'UTC', calendar: 'gregory' });
  made.set(key, fresh);
  return fresh;
};

/** English dates are written as in the region's health services: day before month. */
const regional = (language: string): string => (language === 'en' ? 'en-GB' : language);

export const formatDay = (day: LocalDate, language: string, form: DayForm = 'medium'): string =>
  formatter(language, form).format(toDayNumber(day) * DAY_MS);

/** The names of the months from January to December, for `DateField`. */
export const monthNames = (language: string): readonly string[] => {
  const format = new Intl.DateTimeFormat(regional(language), { month: 'long', timeZone: 'UTC', calendar: 'gregory' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)));
};

/** The order of day, month and year in the language, for `DateField`. */
export const dateOrder = (language: string): readonly ('day' | 'month' | 'year')[] =>
  formatter(language, 'short')
    .formatToParts(0)
    .map((part) => part.type)
    .filter((type) => type === 'day' || type === 'month' || type === 'year');
