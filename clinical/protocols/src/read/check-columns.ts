/** Checks that a sheet has its required columns and no unknown ones. */
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { closest } from './closest-name.ts';
import type { Sheet } from './sheet.ts';
import type { SheetShape } from './sheet-shapes.ts';

/** In an overlay, `yes` in this column removes the row of the base. */
export const removeColumn = 'remove';

/** An overlay's sheet needs only its key columns, because it gives only what it changes. */
export const checkColumns = (sheet: Sheet, shape: SheetShape, overlay = false): Problem[] => {
  if (sheet.columns.length === 0) return [];
  const problems: Problem[] = [];
  const known = [...shape.required, ...shape.optional, ...(overlay ? [removeColumn] : [])];
  for (const column of overlay ? shape.key : shape.required) {
    if (!sheet.columns.includes(column)) problems.push(columnMissing(sheet.file, column));
  }
  for (const column of sheet.columns) {
    if (known.includes(column) || /^[a-z_]+::[a-z]{2,3}$/.test(column) || shape.open?.test(column)) continue;
    problems.push(columnUnknown(sheet.file, column, known));
  }
  return problems;
};

const columnMissing = (file: string, column: string): Problem =>
  problem(
    'columnMissing',
    { file, line: 1, column },
    { fr: `La colonne « ${column} » manque.`, en: `The column “${column}” is missing.` },
    { fr: `Ajoutez une colonne intitulée ${column}.`, en: `Add a column headed ${column}.` },
  );

const columnUnknown = (file: string, column: string, known: readonly string[]): Problem => {
  const near = closest(column, known);
  return problem(
    'columnUnknown',
    { file, line: 1, column },
    {
      fr: `La colonne « ${column} » n'est pas connue : elle n'est lue nulle part.`,
      en: `The column “${column}” is not known: nothing reads it.`,
    },
    near === null
      ? { fr: `Colonnes possibles : ${known.join(', ')}.`, en: `Possible columns: ${known.join(', ')}.` }
      : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
  );
};
