/**
 * Names, resolved when an expression is compiled: what `for`, `some`, `every`, a filter or `?` binds is found by its
 * depth, everything else in the scope. Nothing is looked up by name twice.
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
 * What an expression runs on: a scope, read by name, or the places that a graph gave to its names, read by position
 * (among three hundred names a place is found many times faster). Only the lookup that an expression was compiled with
 * knows which; whoever runs it passes the memory that belongs to that lookup.
 */
export type Memory = Scope | readonly Value[];

/** How a name will be read, settled when the expression is compiled. */
export type Lookup = (name: string) => (memory: Memory) => Value;

export type Run = (memory: Memory, frame: Frame | null) => Value;

/** What each frame is known as, innermost first. An `item` frame also lends the entries of its value. */
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

/** Reads what stands under `key`: in a context, in each member of a list, or as a part of a date or duration. */
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

/** In a scope. The names that every object inherits are looked up as own ones only. */
export const byName: Lookup = (name) =>
  name in {} ? (memory) => entryOf(memory as Scope, name) : (memory) => (memory as Scope)[name] ?? null;

/** In the places of a graph. A name without a place is not known. */
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
