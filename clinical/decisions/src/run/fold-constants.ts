/**
 * Replaces constant sub-expressions by their values, so that `< p.waz_cut` becomes a boundary that the checker can use.
 */

import type { Constants } from '../check/domain.ts';
import { type Expression, namesIn, type Test, type UnaryTests } from '../expression.ts';
import { bareSurroundings, compileNode } from './compile-node.ts';
import { mapChildren, mapOperands } from './map-expression.ts';

/**
 * Folds names, paths, negations and arithmetic over constants, and contexts of literals. All other expressions, such as
 * calls, stay (with their parts folded).
 */
export const foldConstants = (expression: Expression, constants: Constants): Expression => {
  const folded = mapChildren(expression, (child) => foldConstants(child, constants));
  if (folded.kind === 'literal' || folded.kind === 'range' || folded.kind === 'list' || !isFixed(folded, constants)) {
    return folded;
  }
  return { kind: 'literal', value: compileNode(folded, null, bareSurroundings)(constants, null) };
};

/** A context of literals is created once, so that functions can cache by identity what they compute from it. */
const isFixedContext = (expression: Expression): boolean =>
  expression.kind === 'context' && expression.entries.every(({ value }) => value.kind === 'literal');

const foldTest = (test: Test, constants: Constants): Test =>
  mapOperands(test, (operand) => foldConstants(operand, constants));

export const foldTests = (tests: UnaryTests, constants: Constants): UnaryTests =>
  tests.kind === 'any' ? tests : { ...tests, tests: tests.tests.map((test) => foldTest(test, constants)) };

const isFixed = (expression: Expression, constants: Constants): boolean => {
  if (isFixedContext(expression)) return true;
  if (expression.kind === 'name') return Object.hasOwn(constants, expression.name);
  if (expression.kind === 'path' || expression.kind === 'negate') return isFixedOrLiteral(expression.of, constants);
  if (expression.kind === 'arithmetic') {
    return isFixedOrLiteral(expression.left, constants) && isFixedOrLiteral(expression.right, constants);
  }
  return false;
};

const isFixedOrLiteral = (expression: Expression, constants: Constants): boolean =>
  expression.kind === 'literal' || (namesIn(expression).length > 0 && isFixed(expression, constants));
