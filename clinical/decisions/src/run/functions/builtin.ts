/** The shape of a built-in function, and what the families below share. */

import { isList, type Value } from '../../value.ts';
import { same } from '../comparison.ts';

export type Builtin = {
  /** Names for named arguments and messages, in order. */
  readonly parameters: readonly string[];
  /** How many must be given. */
  readonly required: number;
  /** The last parameter may be repeated. */
  readonly variadic: boolean;
  readonly returns: 'boolean' | 'number' | 'string' | 'list' | 'other';
  /** An argument of the wrong type gives `null`, as DMN asks. Never throws. */
  readonly call: (...values: Value[]) => Value;
};

export type Builtins = Readonly<Record<string, Builtin>>;

const shape =
  (returns: Builtin['returns']) =>
  (parameters: string, call: Builtin['call']): Builtin => {
    const names = parameters.split(', ');
    const variadic = names.at(-1)?.startsWith('...') ?? false;
    return {
      parameters: names.map((name) => name.replace(/^\.\.\.|\?$/g, '')),
      required: names.filter((name) => !name.endsWith('?')).length,
      variadic,
      returns,
      call,
    };
  };

/** `truth('list, element', …)`: a trailing `?` marks an optional parameter, a leading `...` one that repeats. */
export const truth = shape('boolean');
export const number = shape('number');
export const string = shape('string');
export const list = shape('list');
export const other = shape('other');

/** DMN's implicit conversion: one value stands for a list of one. Unknown stays unknown. */
export const asList = (value: Value | undefined): readonly Value[] | null =>
  value === null || value === undefined ? null : isList(value) ? value : [value];

/** `max(list)` and `max(a, b, c)` are the same function. */
export const spread = (values: readonly Value[]): readonly Value[] | null => {
  const [first] = values;
  return values.length === 1 ? asList(first) : values;
};

export const distinct = (values: readonly Value[]): Value[] => {
  const kept: Value[] = [];
  for (const value of values) if (!kept.some((known) => same(known, value))) kept.push(value);
  return kept;
};
