/** Paths as expressions read them: `waz`, `growth.gain_g`. */
import { propertyOf } from '@denba/decisions/run/compiled-names';
import type { Value } from '@denba/decisions/value';

/** Distinct paths, without parameters and without paths whose prefix is also read. The order is stable. */
export const pathsRead = (names: readonly string[]): readonly string[] => {
  const all = new Set(names.filter((name) => rootOf(name) !== 'p'));
  return [...all].filter((path) => !prefixesOf(path).some((prefix) => all.has(prefix)));
};

export const rootOf = (path: string): string => path.split('.', 1)[0] ?? path;

/** The keys after the first name; empty for a name alone. */
export const keysOf = (path: string): readonly string[] => path.split('.').slice(1);

/** Returns a function that reads the value at a path from the value of its first name, as an expression would. */
export const valueReader = (path: string): ((whole: Value) => Value) => {
  const readers = keysOf(path).map(propertyOf);
  return (whole) => readers.reduce((value, read) => read(value), whole);
};

const prefixesOf = (path: string): string[] => {
  const parts = path.split('.');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('.'));
};
