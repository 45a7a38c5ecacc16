/**
 * Resolves names when an expression is compiled: variables bound by `for`, `some`, `every`, a filter or `?` are found
 * by their depth, all others in the scope. No name is looked up twice.
 */

import {
  type Context,
  type Duration,
  entryOf,
  type FeelDate,
  isContext,
  isList,
  type Scope,
  type Value,
} from '../value.ts';
import { temporalProperty } from './functions/date-functions.ts';

/** The values bound around a sub-expression while it runs, innermost first. */
export type Frame = { readonly value: Value; readonly outer: Frame | null };

/**
 * The data that an expression runs on: a scope, read by name, or the places that a graph assigned to names, read by
 * position (with three hundred names, a position is many times faster). Only the lookup with which an expression was
 * compiled knows which of them it is; callers must pass the memory that belongs to that lookup.
 */
export type Memory = Scope | readonly Value[];

/** Decides, when an expression is compiled, how a name will be read. */
export type Lookup = (name: string) => (memory: Memory) => Value;

export type Run = (memory: Memory, frame: Frame | null) => Value;

/** The names of the frames, innermost first. In an `item` frame, the entries of its value can also be read by name. */
export type Bindings = {
  readonly kind: 'variable' | 'item';
  readonly name: string;
  readonly outer: Bindings | null;
} | null;

export const bind = (kind: 'variable' | 'item', name: string, outer: Bindings): Bindings => ({ kind, name, outer });

export const compileName = (name: string, bindings: Bindings, lookup: Lookup, depth = 0): Run => {
  if (bindings === null) return lookup(name);
  const bound = frameAt(depth);
  const matches = bindings.name === name;
  if (bindings.kind === 'variable') return matches ? bound : compileName(name, bindings.outer, lookup, depth + 1);
  const otherwise = matches ? bound : compileName(name, bindings.outer, lookup, depth + 1);
  return (memory, frame) => {
    const item = bound(memory, frame);
    return isContext(item) && Object.hasOwn(item, name) ? entryOf(item, name) : otherwise(memory, frame);
  };
};

/** Returns a function that reads `key` from a context, from each item of a list, or from a date or duration. */
export const propertyOf = (key: string): ((of: Value) => Value) => {
  const inherited = key in {};
  const read = (of: Value): Value => {
    if (of === null || typeof of !== 'object') return null;
    if (isList(of)) return of.map(read);
    const { kind } = of as { readonly kind?: unknown };
    if (kind === 'date' || kind === 'duration') return temporalProperty(of as FeelDate | Duration, key);
    if (kind === 'range') return null;
    return inherited ? entryOf(of as Context, key) : ((of as Context)[key] ?? null);
  };
  return read;
};

/** Reads names from a scope. Names that every object inherits (`toString`) are read as entries only. */
export const byName: Lookup = (name) =>
  name in {} ? (memory) => entryOf(memory as Scope, name) : (memory) => (memory as Scope)[name] ?? null;

/** Reads names from the places of a graph. A name without a place is unknown. */
export const byPlace =
  (places: ReadonlyMap<string, number>): Lookup =>
  (name) => {
    const place = places.get(name);
    return place === undefined ? () => null : (memory) => (memory as readonly Value[])[place] ?? null;
  };

const frameAt = (depth: number): Run => {
  if (depth === 0) return (_, frame) => frame?.value ?? null;
  if (depth === 1) return (_, frame) => frame?.outer?.value ?? null;
  return (_, frame) => {
    let at = frame;
    for (let step = 0; step < depth && at; step++) at = at.outer;
    return at?.value ?? null;
  };
};
