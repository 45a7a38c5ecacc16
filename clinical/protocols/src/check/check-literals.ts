/**
 * Reports cut-offs that are written in cells or expressions: a cut-off belongs in parameters.csv, with its unit, source
 * and status. 0 and 1 (none, once) are allowed.
 */
import { childrenOf, type Expression, operandsOf, type Test } from '@denba/decisions/expression';
import { type Place, type Problem, problem } from '../problem.ts';
import type { Uses } from './uses.ts';

export const checkLiterals = (uses: Uses): Problem[] => [
  ...uses.cells.flatMap(({ place, tests }) =>
    tests.kind === 'any'
      ? []
      : tests.tests.flatMap((test) => numbersInTest(test)).map((number) => literal(number, place, 'error')),
  ),
  ...uses.expressions.flatMap(({ part, place, expression }) =>
    part === 'derived' || part === 'when'
      ? comparedNumbers(expression).map((number) => literal(number, place, part === 'when' ? 'error' : 'warning'))
      : [],
  ),
];

const numbersInTest = (test: Test): number[] => operandsOf(test).flatMap(numbersIn);

const isFree = (value: number): boolean => value === 0 || value === 1;

const numbersIn = (expression: Expression): number[] => {
  const number = numberOf(expression);
  if (number !== null) return isFree(number) ? [] : [number];
  // An index into a list decides nothing clinical.
  if (expression.kind === 'filter') return numbersIn(expression.list);
  return childrenOf(expression).flatMap(numbersIn);
};

const numberOf = (expression: Expression): number | null => {
  if (expression.kind === 'literal') return typeof expression.value === 'number' ? expression.value : null;
  if (expression.kind !== 'negate') return null;
  const inner = numberOf(expression.of);
  return inner === null ? null : -inner;
};

/**
 * Numbers that a value is compared with. Numbers that occur only in arithmetic (÷ 7, × 100) convert units and decide
 * nothing.
 */
const comparedNumbers = (expression: Expression): number[] => {
  const sides: readonly Expression[] =
    expression.kind === 'comparison'
      ? [expression.left, expression.right]
      : expression.kind === 'between'
        ? [expression.start, expression.end]
        : expression.kind === 'in'
          ? expression.tests.flatMap(operandsOf)
          : [];
  const here = sides.flatMap((side) => {
    const bounds = side.kind === 'range' ? [side.start, side.end] : [side];
    return bounds.flatMap((bound) => {
      const number = numberOf(bound);
      return number === null || isFree(number) ? [] : [number];
    });
  });
  return [...here, ...childrenOf(expression).flatMap(comparedNumbers)];
};

const literal = (value: number, place: Place, severity: 'error' | 'warning'): Problem =>
  problem(
    'literalInCell',
    place,
    {
      fr: `Le seuil ${value} est écrit ici : ni sa source ni son statut ne se voient.`,
      en: `The cut-off ${value} is written here: neither its source nor its status can be seen.`,
    },
    {
      fr: 'Ajoutez-le à parameters.csv et écrivez p.<nom> à sa place.',
      en: 'Add it to parameters.csv and write p.<name> in its place.',
    },
    severity,
  );
