/**
 * The values that expressions work on. Every value is plain data: it can be stored, compared and sent as JSON.
 *
 * `null` means "unknown" everywhere: an unanswered question, an undefined name, a result that cannot be computed. There
 * is no `undefined` and no `NaN`.
 */
import { fromDayNumber, type LocalDate, toDayNumber } from '@denba/quantities/local-date';

/** A calendar day, as days since 1970-01-01. */
export type FeelDate = { readonly kind: 'date'; readonly day: number };

/** FEEL has two kinds of duration: whole days (`P14D`) and months (`P1Y6M` = 18). They are never mixed or compared. */
export type Duration = { readonly kind: 'duration'; readonly unit: 'days' | 'months'; readonly count: number };

/** For example `[1..5)`. A `null` end is unknown, not open. */
export type Range = {
  readonly kind: 'range';
  readonly start: Value;
  readonly end: Value;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
};

/** Named values. The values `date`, `duration` and `range` of the key `kind` are reserved for the three types above. */
export type Context = { readonly [name: string]: Value };

export type Value = null | boolean | number | string | FeelDate | Duration | Range | readonly Value[] | Context;

/** The names that an expression may read. A missing name is unknown and reads as `null`. */
export type Scope = Readonly<Record<string, Value>>;

export type ValueType =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'date'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'list'
  | 'context';

export const dateValue = (date: LocalDate): FeelDate => ({ kind: 'date', day: toDayNumber(date) });

export const toLocalDate = (date: FeelDate): LocalDate => fromDayNumber(date.day);

/** `null` outside 0001-01-01 to 9999-12-31, the days that `LocalDate` can write. */
export const dateOfDay = (day: number): FeelDate | null =>
  day >= -719_162 && day <= 2_932_896 && Number.isInteger(day) ? { kind: 'date', day } : null;

/** `null` unless the count is a whole number: there are no half days or months. */
export const durationOf = (unit: Duration['unit'], count: number): Duration | null =>
  Number.isSafeInteger(count) ? { kind: 'duration', unit, count: count === 0 ? 0 : count } : null;

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const kindOf = (value: object): unknown => (value as { readonly kind?: unknown }).kind;

export const isDate = (value: Value): value is FeelDate =>
  typeof value === 'object' && value !== null && kindOf(value) === 'date';

export const isDuration = (value: Value): value is Duration =>
  typeof value === 'object' && value !== null && kindOf(value) === 'duration';

export const isRange = (value: Value): value is Range =>
  typeof value === 'object' && value !== null && kindOf(value) === 'range';

export const isContext = (value: Value): value is Context => typeOf(value) === 'context';

/**
 * An entry of a context, or `null`. Properties that every object inherits (`constructor`, `toString`, `__proto__`) are
 * not entries; they are recognised by being functions, which is much faster than testing for own keys.
 */
export const entryOf = (context: Context, key: string): Value => {
  const value = context[key];
  return value === undefined || typeof value === 'function' || key === '__proto__' ? null : value;
};

/** Converts results that are no finite number (division by zero, overflow) to `null`, and −0 to 0. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? (value === 0 ? 0 : value) : null);

export const typeOf = (value: Value): ValueType => {
  if (value === null) return 'null';
  if (typeof value === 'object') {
    if (Array.isArray(value)) return 'list';
    const kind = kindOf(value);
    if (kind === 'date' || kind === 'range') return kind;
    if (kind !== 'duration') return 'context';
    return (value as Duration).unit === 'days' ? 'days and time duration' : 'years and months duration';
  }
  return typeof value as 'boolean' | 'number' | 'string';
};
