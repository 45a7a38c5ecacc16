/**
 * Dates and durations (DMN 1.5 §10.3.4.1, §10.3.4.8), without times of day. There is no `today()`: the day is an input
 * of every assessment, so that the same record gives the same result tomorrow.
 */
import { completedMonthsBetween, parseLocalDate } from '@denba/quantities/local-date';
import {
  type Duration,
  dateValue,
  durationOf,
  type FeelDate,
  finite,
  isDate,
  toLocalDate,
  type Value,
} from '../../value.ts';
import { type Builtins, other } from './builtin.ts';

export const dateFunctions: Builtins = {
  date: other('year, month?, day?', (year = null, month, day) => {
    if (month === undefined && day === undefined) {
      return typeof year === 'string' ? parseDate(year) : isDate(year) ? year : null;
    }
    if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') return null;
    const padded = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
    return parseDate(padded.join('-'));
  }),
  duration: other('from', (text) => (typeof text === 'string' ? parseDuration(text) : null)),
  /** Whole calendar months; the last day of a shorter month completes one, as for ages (quantities/local-date.ts). */
  'years and months duration': other('from, to', (from = null, to = null) => {
    if (!isDate(from) || !isDate(to)) return null;
    const [start, end] = [toLocalDate(from), toLocalDate(to)];
    const months = start <= end ? completedMonthsBetween(start, end) : -completedMonthsBetween(end, start);
    return durationOf('months', months);
  }),
};

export const parseDate = (text: string): FeelDate | null => {
  const date = parseLocalDate(text);
  return date.ok ? dateValue(date.value) : null;
};

/**
 * Parses `P14D`, `PT0S`, `-P3D`, `P1Y`, `P18M`, `P1Y6M`. Hours, minutes and mixtures of days and months are outside the
 * subset.
 */
export const parseDuration = (text: string): Duration | null => {
  if (text === 'PT0S') return durationOf('days', 0);
  const days = /^(-?)P(\d+)D$/.exec(text);
  if (days) return durationOf('days', signed(days[1], Number(days[2])));
  const months = /^(-?)P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?$/.exec(text);
  return months ? durationOf('months', signed(months[1], Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0))) : null;
};

const signed = (sign: string | undefined, count: number): number => (sign === '-' ? -count : count);

/**
 * Reads `.year`, `.month`, `.day`, `.weekday` (Monday is 1) of a date; `.days`, or `.years` and `.months`, of a
 * duration.
 */
export const temporalProperty = (value: FeelDate | Duration, key: string): Value => {
  if (value.kind === 'date') {
    if (key === 'weekday') return ((((value.day + 3) % 7) + 7) % 7) + 1;
    const at = { year: [0, 4], month: [5, 7], day: [8, 10] }[key];
    return at === undefined ? null : Number(toLocalDate(value).slice(at[0], at[1]));
  }
  if (value.unit === 'days') return key === 'days' ? value.count : null;
  if (key === 'years') return finite(Math.trunc(value.count / 12));
  return key === 'months' ? finite(value.count % 12) : null;
};
