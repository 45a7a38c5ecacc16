/**
 * Numbers the values of a path, so that a million of them are stored as small integers. Values with the same number are
 * equal; equal values may have different numbers (lists of records are not compared), which costs time but never
 * changes an answer.
 */
import { isDate, isDuration, isList, type Value } from '@denba/decisions/value';

export class ValueDictionary {
  readonly #values: Value[] = [null];
  readonly #plain = new Map<Value, number>([[null, 0]]);
  readonly #made = new Map<string, number>();

  /** The number of the unknown value (null), in every dictionary. */
  static readonly unknown = 0;

  get size(): number {
    return this.#values.length;
  }

  valueOf(number: number): Value {
    return this.#values[number] ?? null;
  }

  number(value: Value): number {
    if (typeof value !== 'object' || value === null) return this.#numberIn(this.#plain, value, value);
    const key = keyOf(value);
    return key === null ? this.#values.push(value) - 1 : this.#numberIn(this.#made, key, value);
  }

  #numberIn<Key>(numbers: Map<Key, number>, key: Key, value: Value): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#values.push(value) - 1;
    numbers.set(key, number);
    return number;
  }
}

/** A text key for comparing the value; null when comparing it is not worthwhile. */
const keyOf = (value: Value): string | null => {
  if (isDate(value)) return `d${value.day}`;
  if (isDuration(value)) return `${value.unit}${value.count}`;
  if (!isList(value)) return null;
  return value.every((item) => item === null || typeof item !== 'object') ? JSON.stringify(value) : null;
};
