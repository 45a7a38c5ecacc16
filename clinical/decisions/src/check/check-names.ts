/** Checks that every name that a table reads is declared or a constant. */

import { namesIn, namesInTests } from '../expression.ts';
import { nearMatches } from '../parse/near-matches.ts';
import { propertyOf } from '../run/compiled-names.ts';
import type { DecisionTable } from '../tables/decision-table.ts';
import { type Constants, type Domains, domainOf } from './domain.ts';
import type { TableProblem } from './table-problem.ts';

export const checkNames = (table: DecisionTable, domains: Domains, constants: Constants): TableProblem[] => {
  const known = [...Object.keys(domains), ...constantPaths(constants)];
  const problems: TableProblem[] = [];
  const check = (names: readonly string[], row: string | null, column: string | null): void => {
    for (const name of names) {
      if (domainOf(domains, name) || isConstant(name, constants)) continue;
      problems.push(unknownName(name, known, row, column));
    }
  };
  for (const input of table.inputs) check(namesIn(input.expression), null, input.source);
  for (const output of table.outputs) if (output.default) check(namesIn(output.default), null, output.name);
  for (const row of table.rows) {
    check(row.for ?? [], row.id, null);
    for (const [index, tests] of row.tests.entries()) {
      if (tests) check(namesInTests(tests), row.id, table.inputs[index]?.source ?? null);
    }
    for (const [index, output] of row.outputs.entries()) {
      if (output) check(namesIn(output), row.id, table.outputs[index]?.name ?? null);
    }
  }
  return problems;
};

const isConstant = (name: string, constants: Constants): boolean => {
  const [root = name, ...keys] = name.split('.');
  if (!Object.hasOwn(constants, root)) return false;
  return keys.length === 0 || keys.reduce((value, key) => propertyOf(key)(value), constants[root] ?? null) !== null;
};

const constantPaths = (constants: Constants): string[] =>
  Object.entries(constants).flatMap(([root, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value).map((key) => `${root}.${key}`)
      : [root],
  );

const unknownName = (
  name: string,
  known: readonly string[],
  row: string | null,
  column: string | null,
): TableProblem => {
  const near = nearMatches(name, known);
  return {
    kind: 'unknownName',
    severity: 'error',
    row,
    column,
    message: { fr: `« ${name} » n’est défini nulle part.`, en: `"${name}" is not defined anywhere.` },
    cure:
      near.length > 0
        ? { fr: `Vouliez-vous dire ${near.join(', ')} ?`, en: `Did you mean ${near.join(', ')}?` }
        : {
            fr: 'Ajoutez-le aux données, aux valeurs dérivées ou aux paramètres.',
            en: 'Add it to the data elements, the derived values or the parameters.',
          },
  };
};
