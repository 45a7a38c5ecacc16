/**
 * From the tree to a function, once; then the function runs without parser, `eval` or interpretation.
 *
 * The functions returned are pure and never throw on data: what cannot be computed is `null`.
 */
import type { Ternary } from '@denba/quantities/ternary';
import type { Expression, UnaryTests } from '../expression.ts';
import type { Scope, Value } from '../value.ts';
import { compileCell, compileNode } from './compile-node.ts';
import { byName } from './compiled-names.ts';
import type { HostFunctions } from './host-functions.ts';

export type { HostFunctions } from './host-functions.ts';

/** Throws when the tree calls a function that is neither built in nor among `functions`: a defect, not data. */
export const compileExpression = (expression: Expression, functions: HostFunctions = {}): ((scope: Scope) => Value) => {
  const run = compileNode(expression, null, { functions, lookup: byName });
  return (scope) => run(scope, null);
};

/**
 * A cell as a question to its input: true, false, or unknown. An unknown input leaves every question unknown, except
 * the ones about knowing itself (`null`, `not(null)`, `is defined(?)`).
 */
export const compileUnaryTests = (
  tests: UnaryTests,
  functions: HostFunctions = {},
): ((input: Value, scope: Scope) => Ternary) => {
  const holds = compileCell(tests, { functions, lookup: byName });
  return (input, scope) => holds(input, scope, null);
};
