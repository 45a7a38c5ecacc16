/** The type of a built-in function, and what the groups of functions share. */

import { isList, type Value } from '../../value.ts';
import { same } from '../comparison.ts';

export type Builtin = {
  /** Names of the parameters in order, for named arguments and messages. */
  readonly parameters: readonly string[];
  /** The number of required arguments. */
  readonly required: number;
  /** Whether the last parameter may be repeated. */
  readonly variadic: boolean;
  readonly returns: 'boolean' | 'number' | 'string' | 'list' | 'other';
  /** Returns `null` for an argument of the wrong type, as DMN requires. Never throws. */
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

/**
 * Defines a function, as in `truth('list, element', …)`: a trailing `?` marks an optional parameter, a leading `...` a
 * repeatable one.
 */
export const truth = shape('boolean');
export const number = shape('number');
export const string = shape('string');
export const list = shape('list');
export const other = shape('other');

/** DMN's implicit conversion: a single value is used as a list of one. Unknown stays unknown. */
export const asList = (value: Value | undefined): readonly Value[] | null =>
  value === null || value === undefined ? null : isList(value) ? value : [value];

/** The arguments as one list: `max(list)` and `max(a, b, c)` are the same. */
export const spread = (values: readonly Value[]): readonly Value[] | null => {
  const [first] = values;
  return values.length === 1 ? asList(first) : values;
};

export const distinct = (values: readonly Value[]): Value[] => {
  const kept: Value[] = [];
  for (const value of values) if (!kept.some((known) => same(known, value))) kept.push(value);
  return kept;
};
