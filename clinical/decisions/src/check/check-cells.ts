/**
 * Checks the structure of a table: cells per row, ids, column headings, and the order of values that `P` and `O` need.
 */

import type { Expression } from '../expression.ts';
import type { DecisionTable } from '../tables/decision-table.ts';
import type { TableProblem } from './table-problem.ts';

export const checkCells = (table: DecisionTable): TableProblem[] => {
  const problems: TableProblem[] = [];
  for (const input of table.inputs) if (isText(input.expression)) problems.push(readsNothing(input.source));
  const seen = new Set<string>();
  for (const row of table.rows) {
    if (seen.has(row.id)) problems.push(repeatedId(row.id));
    seen.add(row.id);
    if (row.tests.length !== table.inputs.length || row.outputs.length !== table.outputs.length) {
      problems.push(wrongWidth(row.id, table.inputs.length, table.outputs.length));
    }
  }
  const ranked = table.hitPolicy === 'P' || table.hitPolicy === 'O';
  if (ranked && !table.outputs.some((output) => output.values && output.values.length > 0))
    problems.push(noPriority(table));
  return problems;
};

/**
 * Whether the heading of a column is a text: a name that was mistaken for a code. The heading `true` is allowed: the
 * cells of such a column are complete conditions.
 */
const isText = (expression: Expression): boolean =>
  expression.kind === 'literal' && typeof expression.value === 'string';

const readsNothing = (column: string): TableProblem => ({
  kind: 'malformed',
  severity: 'error',
  row: null,
  column,
  message: { fr: `La colonne « ${column} » est une constante.`, en: `The column "${column}" is a constant.` },
  cure: {
    fr: 'Mettez en tête de colonne une donnée ou une condition.',
    en: 'Head the column with a name or a condition.',
  },
});

const repeatedId = (id: string): TableProblem => ({
  kind: 'malformed',
  severity: 'error',
  row: id,
  column: null,
  message: { fr: `Deux lignes portent l’identifiant ${id}.`, en: `Two rows have the id ${id}.` },
  cure: { fr: 'Donnez à chaque ligne son propre identifiant.', en: 'Give every row an id of its own.' },
});

const wrongWidth = (id: string, inputs: number, outputs: number): TableProblem => ({
  kind: 'malformed',
  severity: 'error',
  row: id,
  column: null,
  message: {
    fr: `La ligne n’a pas une case par colonne (${inputs} entrées, ${outputs} sorties).`,
    en: `The row does not have one cell per column (${inputs} inputs, ${outputs} outputs).`,
  },
  cure: {
    fr: 'Complétez la ligne ; une case vide ne demande rien.',
    en: 'Complete the row; an empty cell asks nothing.',
  },
});

const noPriority = (table: DecisionTable): TableProblem => ({
  kind: 'noPriority',
  severity: 'error',
  row: null,
  column: table.outputs[0]?.name ?? null,
  message: {
    fr: `La règle de choix ${table.hitPolicy} demande un ordre de priorité, et aucune sortie n’en donne.`,
    en: `Hit policy ${table.hitPolicy} needs an order of priority, and no output gives one.`,
  },
  cure: {
    fr: 'Donnez à la sortie la liste de ses valeurs, de la plus prioritaire à la moins prioritaire.',
    en: 'Give the output the list of its values, from the highest priority to the lowest.',
  },
});
