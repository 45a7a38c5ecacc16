/**
 * Equality, order and membership in three-valued logic: unknown stays unknown.
 *
 * Values of different types cannot be compared, so the result is unknown, not false (DMN 1.5 §10.3.2.13). An unknown
 * operand gives an unknown result, also for `=` and `!=`, where DMN answers false: an unanswered question must never
 * count as "no". Only a comparison with the literal `null` tests whether a value is known; see docs/decisions/0003.
 */
import { and, or, type Ternary } from '@denba/quantities/ternary';
import type { ComparisonOperator } from '../expression.ts';
import {
  type Context,
  entryOf,
  isDate,
  isDuration,
  isList,
  isRange,
  type Range,
  typeOf,
  type Value,
} from '../value.ts';

export const equal = (a: Value, b: Value): Ternary => {
  if (a === null || b === null) return null;
  if (typeof a !== 'object' || typeof b !== 'object') return typeof a === typeof b ? a === b : null;
  if (isList(a)) return isList(b) ? equalLists(a, b) : null;
  if (isList(b)) return null;
  const type = typeOf(a);
  if (type !== typeOf(b)) return null;
  if (isDate(a) && isDate(b)) return a.day === b.day;
  if (isDuration(a) && isDuration(b)) return a.count === b.count;
  if (isRange(a) && isRange(b)) return equalRanges(a, b);
  return equalContexts(a as Context, b as Context);
};

/** Structural identity: unlike `equal` the result is always true or false, and two unknowns are the same. */
export const same = (a: Value, b: Value): boolean => {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (isList(a) || isList(b)) {
    return isList(a) && isList(b) && a.length === b.length && a.every((item, index) => same(item, b[index] ?? null));
  }
  const [left, right] = [a as Context, b as Context];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(entryOf(left, key), entryOf(right, key)))
  );
};

/**
 * Negative, zero or positive when `a` is before, equal to or after `b`; `null` when either is unknown or they cannot be
 * compared.
 */
export const order = (a: Value, b: Value): number | null => {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : null;
  if (typeof a === 'string') return typeof b === 'string' ? (a < b ? -1 : a > b ? 1 : 0) : null;
  if (isDate(a)) return isDate(b) ? a.day - b.day : null;
  if (isDuration(a)) return isDuration(b) && a.unit === b.unit ? a.count - b.count : null;
  return null;
};

/** One function per operator, which compiled comparisons call directly. */
export const comparisons: Readonly<Record<ComparisonOperator, (a: Value, b: Value) => Ternary>> = {
  '=': equal,
  '!=': (a, b) => {
    const same = equal(a, b);
    return same === null ? null : !same;
  },
  '<': (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a < b;
    const sign = order(a, b);
    return sign === null ? null : sign < 0;
  },
  '<=': (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a <= b;
    const sign = order(a, b);
    return sign === null ? null : sign <= 0;
  },
  '>': (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a > b;
    const sign = order(a, b);
    return sign === null ? null : sign > 0;
  },
  '>=': (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a >= b;
    const sign = order(a, b);
    return sign === null ? null : sign >= 0;
  },
};

/** Whether the value lies between the ends. When one end is unknown, the other can still make the result false. */
export const within = (value: Value, start: Value, end: Value, startIncluded: boolean, endIncluded: boolean): Ternary =>
  both(comparisons[startIncluded ? '>=' : '>'](value, start), comparisons[endIncluded ? '<=' : '<'](value, end));

/** What a unary test or the right side of `in` tests: inside a range, one of a list, or equal. */
export const matches = (value: Value, test: Value): Ternary => {
  if (value === null || test === null) return null;
  if (isRange(test) && !isRange(value))
    return within(value, test.start, test.end, test.startIncluded, test.endIncluded);
  if (isList(test) && !isList(value)) {
    let open = false;
    for (const member of test) {
      const holds = matches(value, member);
      if (holds === true) return true;
      if (holds === null) open = true;
    }
    return open ? null : false;
  }
  if (isList(test))
    return or(equal(value, test), ...test.map((member) => (isList(member) ? equal(value, member) : false)));
  return equal(value, test);
};

export const both = (a: Ternary, b: Ternary): Ternary =>
  a === false || b === false ? false : a === null || b === null ? null : true;

const equalLists = (a: readonly Value[], b: readonly Value[]): Ternary =>
  a.length === b.length ? and(...a.map((item, index) => equal(item, b[index] ?? null))) : false;

const equalRanges = (a: Range, b: Range): Ternary =>
  a.startIncluded === b.startIncluded && a.endIncluded === b.endIncluded
    ? both(equal(a.start, b.start), equal(a.end, b.end))
    : false;

const equalContexts = (a: Context, b: Context): Ternary => {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false;
  return and(...keys.map((key) => equal(entryOf(a, key), entryOf(b, key))));
};
