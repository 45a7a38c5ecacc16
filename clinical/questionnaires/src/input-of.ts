/** Converts a value to an input, as when the worker accepts a proposed value. */
import { isDate, isList, toLocalDate, type Value } from '@denba/decisions/value';
import type { Input } from './answers.ts';

/** `null` for values that cannot be entered: unknown, a range, a record, a list of mixed types. */
export const inputOf = (value: Value): Input | null => {
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (isDate(value)) return toLocalDate(value);
  if (!isList(value)) return null;
  if (value.every((item) => typeof item === 'string')) return value as readonly string[];
  return value.every((item) => typeof item === 'number') ? (value as readonly number[]) : null;
};
