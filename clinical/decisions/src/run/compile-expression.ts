/**
 * Compiles a tree to a function once; the function then runs without parser, `eval` or interpretation.
 *
 * The returned functions are pure and never throw on any data: what cannot be computed is `null`.
 */
import type { Ternary } from '@denba/quantities/ternary';
import type { Expression, UnaryTests } from '../expression.ts';
import type { Scope, Value } from '../value.ts';
import { compileCell, compileNode } from './compile-node.ts';
import { byName } from './compiled-names.ts';
import type { HostFunctions } from './host-functions.ts';

export type { HostFunctions } from './host-functions.ts';

/**
 * Throws when the tree calls a function that is neither built in nor among `functions`, which is a defect of the
 * caller.
 */
export const compileExpression = (expression: Expression, functions: HostFunctions = {}): ((scope: Scope) => Value) => {
  const run = compileNode(expression, null, { functions, lookup: byName });
  return (scope) => run(scope, null);
};

/**
 * Compiles a cell to a function of its input: true, false, or unknown. With an unknown input the result is unknown,
 * except for tests of whether it is known (`null`, `not(null)`, `is defined(?)`).
 */
export const compileUnaryTests = (
  tests: UnaryTests,
  functions: HostFunctions = {},
): ((input: Value, scope: Scope) => Ternary) => {
  const holds = compileCell(tests, { functions, lookup: byName });
  return (input, scope) => holds(input, scope, null);
};
