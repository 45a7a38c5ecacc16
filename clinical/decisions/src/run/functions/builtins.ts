/**
 * Every function that an expression may call without a host. A test compares them with the table in
 * docs/expressions.md.
 */
import type { Builtin, Builtins } from './builtin.ts';
import { contextFunctions } from './context-functions.ts';
import { dateFunctions } from './date-functions.ts';
import { listFunctions } from './list-functions.ts';
import { numberFunctions } from './number-functions.ts';
import { stringFunctions } from './string-functions.ts';

export const builtins: Builtins = {
  ...contextFunctions,
  ...listFunctions,
  ...numberFunctions,
  ...stringFunctions,
  ...dateFunctions,
};

export const builtinOf = (name: string): Builtin | null =>
  Object.hasOwn(builtins, name) ? (builtins[name] ?? null) : null;
