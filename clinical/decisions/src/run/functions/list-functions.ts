/**
 * Functions on lists (DMN 1.5 §10.3.4.4). One unknown among the numbers makes their sum, mean, minimum and maximum
 * unknown.
 */

import { finite, isList, type Value } from '../../value.ts';
import { equal, order, same } from '../comparison.ts';
import { asList, type Builtins, distinct, list, number, other, spread, truth } from './builtin.ts';

export const listFunctions: Builtins = {
  count: number('list', (values) => asList(values)?.length ?? null),
  sum: number('...list', (...values) => total(spread(values))),
  mean: number('...list', (...values) => {
    const numbers = spread(values);
    const sum = total(numbers);
    return sum === null || numbers === null ? null : sum / numbers.length;
  }),
  median: number('...list', (...values) => {
    const numbers = spread(values);
    if (numbers === null || numbers.length === 0 || !numbers.every((value) => typeof value === 'number')) return null;
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const upper = sorted[middle] ?? 0;
    return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
  }),
  min: other('...list', (...values) => extreme(spread(values), -1)),
  max: other('...list', (...values) => extreme(spread(values), 1)),
  all: truth('...list', (...values) => {
    const terms = spread(values);
    return terms === null ? null : decided(terms, false);
  }),
  any: truth('...list', (...values) => {
    const terms = spread(values);
    return terms === null ? null : decided(terms, true);
  }),
  'list contains': truth('list, element', (values, element = null) => {
    const members = asList(values);
    if (members === null) return null;
    let open = false;
    for (const member of members) {
      const found = equal(member, element);
      if (found === true) return true;
      if (found === null) open = true;
    }
    return open ? null : false;
  }),
  'index of': list('list, match', (values, match = null) => {
    const members = asList(values);
    return members === null ? null : members.flatMap((member, index) => (same(member, match) ? [index + 1] : []));
  }),
  append: list('list, ...item', (values, ...items) => {
    const members = asList(values);
    return members === null ? null : [...members, ...items];
  }),
  concatenate: list('...list', (...values) => joined(values)),
  union: list('...list', (...values) => {
    const members = joined(values);
    return members === null ? null : distinct(members);
  }),
  'distinct values': list('list', (values) => {
    const members = asList(values);
    return members === null ? null : distinct(members);
  }),
  flatten: list('list', (values) => {
    const members = asList(values);
    return members === null ? null : flat(members);
  }),
  reverse: list('list', (values) => asList(values)?.toReversed() ?? null),
  sublist: list('list, start position, length?', (values, start = null, length) => {
    const members = asList(values);
    if (members === null || typeof start !== 'number') return null;
    const from = startIndex(start, members.length);
    if (from === null || length === null) return null;
    if (length === undefined) return members.slice(from);
    return typeof length === 'number' && Number.isInteger(length) && length >= 0
      ? members.slice(from, from + length)
      : null;
  }),
};

/**
 * Converts a FEEL position (from 1, or −1 from the end) to an index from 0. `null` for zero and positions before the
 * first.
 */
export const startIndex = (position: number, length: number): number | null => {
  if (!Number.isInteger(position) || position === 0 || position < -length) return null;
  return position < 0 ? length + position : position - 1;
};

/** "Or" over the list when `decisive` is true, "and" when it is false; a term that is no boolean is unknown. */
const decided = (terms: readonly Value[], decisive: boolean): boolean | null => {
  let open = false;
  for (const term of terms) {
    if (term === decisive) return decisive;
    if (typeof term !== 'boolean') open = true;
  }
  return open ? null : !decisive;
};

const total = (values: readonly Value[] | null): number | null => {
  if (values === null || values.length === 0) return null;
  let sum = 0;
  for (const value of values) {
    if (typeof value !== 'number') return null;
    sum += value;
  }
  return finite(sum);
};

const extreme = (values: readonly Value[] | null, sign: 1 | -1): Value => {
  let best: Value | undefined;
  for (const value of values ?? []) {
    const compared = order(value, best ?? value);
    if (compared === null) return null;
    if (best === undefined || compared * sign > 0) best = value;
  }
  return best ?? null;
};

const joined = (values: readonly Value[]): Value[] | null => {
  const result: Value[] = [];
  for (const value of values) {
    const members = asList(value);
    if (members === null) return null;
    for (const member of members) result.push(member);
  }
  return result;
};

const flat = (values: readonly Value[]): Value[] => values.flatMap((value) => (isList(value) ? flat(value) : [value]));
