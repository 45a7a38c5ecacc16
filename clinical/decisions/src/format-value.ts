/** Writes a value as text, for `string()`, messages and traces. */
import { type Context, isDate, isDuration, isList, isRange, toLocalDate, type Value } from './value.ts';

/** Texts unchanged; all other values as FEEL literals. */
export const formatted = (value: Value): string => (typeof value === 'string' ? value : written(value));

/** The value as a FEEL literal: texts in quotes. */
export const written = (value: Value): string => {
  if (typeof value === 'string') return `"${value.replace(/["\\]/g, '\\$&')}"`;
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(written).join(', ')}]`;
  if (isDate(value)) return toLocalDate(value);
  if (isDuration(value)) return value.unit === 'days' ? days(value.count) : months(value.count);
  if (isRange(value)) {
    const [open, close] = [value.startIncluded ? '[' : '(', value.endIncluded ? ']' : ')'];
    return `${open}${written(value.start)}..${written(value.end)}${close}`;
  }
  return `{${Object.entries(value as Context)
    .map(([key, entry]) => `${/\W/.test(key) ? written(key) : key}: ${written(entry)}`)
    .join(', ')}}`;
};

const sign = (count: number): string => (count < 0 ? '-' : '');

const days = (count: number): string => (count === 0 ? 'PT0S' : `${sign(count)}P${Math.abs(count)}D`);

const months = (count: number): string => {
  const [y, m] = [Math.floor(Math.abs(count) / 12), Math.abs(count) % 12];
  if (y === 0 && m === 0) return 'P0M';
  return `${sign(count)}P${y > 0 ? `${y}Y` : ''}${m > 0 ? `${m}M` : ''}`;
};
