/** Runs the expressions that iterate over a list: `for`, `some`, `every`, and filters. */

import { isList, isRange, type Value } from '../value.ts';
import type { Frame, Memory, Run } from './compiled-names.ts';

/** The values to iterate over, in order; `null` when they are unknown. */
export type Source = (memory: Memory, frame: Frame | null) => readonly Value[] | null;

export const eachOf =
  (list: Run): Source =>
  (memory, frame) => {
    const value = list(memory, frame);
    if (value === null) return null;
    if (isList(value)) return value;
    if (!isRange(value) || typeof value.start !== 'number' || typeof value.end !== 'number') return null;
    const numbers = steps(value.start, value.end);
    return numbers?.slice(value.startIncluded ? 0 : 1, value.endIncluded ? undefined : -1) ?? null;
  };

export const stepsOf =
  (from: Run, to: Run): Source =>
  (memory, frame) =>
    steps(from(memory, frame), to(memory, frame));

/**
 * Limit on the length of a loop. A longer one is a mistake in the protocol; its result is unknown, so that the phone
 * does not hang.
 */
const LONGEST = 10_000;

const steps = (from: Value, to: Value): number[] | null => {
  if (!Number.isInteger(from) || !Number.isInteger(to) || typeof from !== 'number' || typeof to !== 'number')
    return null;
  const length = Math.abs(to - from) + 1;
  return length > LONGEST ? null : Array.from({ length }, (_, index) => (from <= to ? from + index : from - index));
};

/**
 * Runs `body` for every combination of values, with later sources nested inside earlier ones. Stops when `body` returns
 * true.
 */
const walk = (
  sources: readonly Source[],
  memory: Memory,
  frame: Frame | null,
  body: (frame: Frame | null) => boolean,
  at = 0,
): 'done' | 'stopped' | 'unknown' => {
  const source = sources[at];
  if (!source) return body(frame) ? 'stopped' : 'done';
  const values = source(memory, frame);
  if (values === null) return 'unknown';
  let unknown = false;
  for (const value of values) {
    const end = walk(sources, memory, { value, outer: frame }, body, at + 1);
    if (end === 'stopped') return end;
    if (end === 'unknown') unknown = true;
  }
  return unknown ? 'unknown' : 'done';
};

export const compiledFor =
  (sources: readonly Source[], result: Run): Run =>
  (memory, frame) => {
    const results: Value[] = [];
    const end = walk(sources, memory, frame, (inner) => {
      results.push(result(memory, inner));
      return false;
    });
    return end === 'unknown' ? null : results;
  };

/** `some` is an "or" over the list, `every` an "and": one unknown item can leave the result unknown. */
export const compiledQuantifier =
  (decisive: boolean, sources: readonly Source[], condition: Run): Run =>
  (memory, frame) => {
    let open = false;
    const end = walk(sources, memory, frame, (inner) => {
      const holds = condition(memory, inner);
      if (typeof holds !== 'boolean') open = true;
      return holds === decisive;
    });
    if (end === 'stopped') return decisive;
    return open || end === 'unknown' ? null : !decisive;
  };

/** `list[2]`, `list[-1]`: counted from 1, or from the end. Unknown when there is no such item. */
export const compiledIndex =
  (list: Run, by: Run): Run =>
  (memory, frame) => {
    const values = members(list(memory, frame));
    const index = by(memory, frame);
    return values === null || typeof index !== 'number' ? null : memberAt(values, index);
  };

/**
 * `list[condition]`: the items for which the condition is true. A number that does not depend on the item is an index.
 */
export const compiledFilter =
  (list: Run, by: Run, byOutside: Run | null): Run =>
  (memory, frame) => {
    const values = members(list(memory, frame));
    if (values === null) return null;
    const index = byOutside?.(memory, frame);
    if (typeof index === 'number') return memberAt(values, index);
    return values.filter((value) => by(memory, { value, outer: frame }) === true);
  };

const members = (value: Value): readonly Value[] | null => (value === null ? null : isList(value) ? value : [value]);

const memberAt = (values: readonly Value[], index: number): Value =>
  (Number.isInteger(index) ? values[index < 0 ? values.length + index : index - 1] : null) ?? null;
