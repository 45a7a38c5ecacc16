/**
 * Checks a table against the declared domains of its inputs, before anyone relies on it.
 *
 * Gaps, overlaps and unreachable rows are decided exactly over all known values, by splitting every input at the
 * constants of the tests. Unknown inputs need no row, because the engine answers "undecided"; a table that asks about
 * `null` is checked for `null` too. What cannot be decided is reported as such, never skipped.
 */

import { foldConstants, foldTests } from '../run/fold-constants.ts';
import type { DecisionTable } from '../tables/decision-table.ts';
import { checkCells } from './check-cells.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkLiterals } from './check-literals.ts';
import { checkNames } from './check-names.ts';
import type { Constants, Domains } from './domain.ts';
import type { TableProblem } from './table-problem.ts';

export type { Constants, Domain, Domains } from './domain.ts';
export type { TableProblem } from './table-problem.ts';

/**
 * `constants`: the values of the parameters, for example `{ p: { waz_cut: -2 } }`, so that `< p.waz_cut` is a boundary.
 */
export const checkTable = (
  table: DecisionTable,
  domains: Domains,
  constants: Constants = {},
): readonly TableProblem[] => {
  const malformed = checkCells(table);
  if (malformed.some((problem) => problem.severity === 'error')) return malformed;
  const fixed = withConstants(table, constants);
  return [
    ...malformed,
    ...checkNames(table, domains, constants),
    ...checkLiterals(fixed, domains),
    ...checkCoverage(fixed, domains),
  ];
};

const withConstants = (table: DecisionTable, constants: Constants): DecisionTable => ({
  ...table,
  inputs: table.inputs.map((input) => ({ ...input, expression: foldConstants(input.expression, constants) })),
  rows: table.rows.map((row) => ({
    ...row,
    tests: row.tests.map((tests) => tests && foldTests(tests, constants)),
    outputs: row.outputs.map((output) => output && foldConstants(output, constants)),
  })),
});
