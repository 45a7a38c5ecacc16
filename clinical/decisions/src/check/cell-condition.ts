/** Combines a cell with its column to one condition: `age_days` with the cell `< 60` gives `age_days < 60`. */
import type { Expression, Test, UnaryTests } from '../expression.ts';
import { mapChildren } from '../run/map-expression.ts';

export const cellCondition = (input: Expression, tests: UnaryTests): Expression => {
  if (tests.kind === 'any') return { kind: 'literal', value: true };
  const holds = tests.tests
    .map((test) => testCondition(input, test))
    .reduce((left, right) => ({ kind: 'or', left, right }));
  return tests.negated ? { kind: 'call', function: 'not', arguments: [holds] } : holds;
};

const testCondition = (input: Expression, test: Test): Expression => {
  switch (test.kind) {
    case 'isNull':
      return { kind: 'comparison', operator: '=', left: input, right: { kind: 'literal', value: null } };
    case 'compares':
      return { kind: 'comparison', operator: test.operator, left: input, right: test.to };
    case 'equals':
      return { kind: 'in', value: input, tests: [test] };
    case 'holds':
      return withInput(test.condition, input);
  }
};

const withInput = (condition: Expression, input: Expression): Expression =>
  condition.kind === 'input' ? input : mapChildren(condition, (child) => withInput(child, input));
