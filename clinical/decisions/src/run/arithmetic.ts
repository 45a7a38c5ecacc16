/**
 * `+ - * / **` over numbers, texts, dates and durations (DMN 1.5 §10.3.2.14). For all other operands, and where there
 * is no finite result, the result is unknown (`null`).
 *
 * Numbers are IEEE doubles, not FEEL's 34 decimal digits: 0.1 + 0.2 is 0.30000000000000004 here (docs/expressions.md).
 */
import { addMonths } from '@denba/quantities/local-date';
import type { ArithmeticOperator } from '../expression.ts';
import {
  type Duration,
  dateOfDay,
  dateValue,
  durationOf,
  type FeelDate,
  finite,
  isDate,
  isDuration,
  toLocalDate,
  type Value,
} from '../value.ts';

type Operation = (a: Value, b: Value) => Value;

export const arithmetic: Readonly<Record<ArithmeticOperator, Operation>> = {
  '+': (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return finite(a + b);
    if (typeof a === 'string' && typeof b === 'string') return a + b;
    if (isDuration(a)) return isDate(b) ? shifted(b, a, 1) : isDuration(b) ? added(a, b, 1) : null;
    return isDate(a) && isDuration(b) ? shifted(a, b, 1) : null;
  },
  '-': (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return finite(a - b);
    if (isDuration(a)) return isDuration(b) ? added(a, b, -1) : null;
    if (!isDate(a)) return null;
    return isDate(b) ? durationOf('days', a.day - b.day) : isDuration(b) ? shifted(a, b, -1) : null;
  },
  '*': (a, b) => {
    if (typeof a === 'number') return typeof b === 'number' ? finite(a * b) : isDuration(b) ? scaled(b, a) : null;
    return isDuration(a) && typeof b === 'number' ? scaled(a, b) : null;
  },
  '/': (a, b) => {
    if (typeof b === 'number') {
      if (b === 0) return null;
      return typeof a === 'number' ? finite(a / b) : isDuration(a) ? scaled(a, 1 / b) : null;
    }
    return isDuration(a) && isDuration(b) && a.unit === b.unit ? finite(a.count / b.count) : null;
  },
  '**': (a, b) => (typeof a === 'number' && typeof b === 'number' ? finite(a ** b) : null),
};

export const negated = (value: Value): Value =>
  typeof value === 'number' ? finite(-value) : isDuration(value) ? durationOf(value.unit, -value.count) : null;

const shifted = (date: FeelDate, duration: Duration, sign: 1 | -1): FeelDate | null => {
  if (duration.unit === 'days') return dateOfDay(date.day + sign * duration.count);
  const year = Number(toLocalDate(date).slice(0, 4)) + (sign * duration.count) / 12;
  if (year < 2 || year > 9998) return null;
  return dateValue(addMonths(toLocalDate(date), sign * duration.count));
};

const added = (a: Duration, b: Duration, sign: 1 | -1): Duration | null =>
  a.unit === b.unit ? durationOf(a.unit, a.count + sign * b.count) : null;

/** Durations have whole days or months: a product is truncated towards zero, as DMN does for months. */
const scaled = (duration: Duration, factor: number): Duration | null =>
  durationOf(duration.unit, Math.trunc(Number((duration.count * factor).toPrecision(15))));
