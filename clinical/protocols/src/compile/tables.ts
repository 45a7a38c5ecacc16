/** `tables.csv` and `outputs.csv`: the decision tables, their order, and the outputs of each. */
import { type HitPolicy, hitPolicies } from '@denba/decisions/tables/decision-table';
import type { Text } from '@denba/quantities/text';
import { problem } from '../problem.ts';
import { closest } from '../read/closest-name.ts';
import { cell, cellPlace, type Row, type Sheet } from '../read/sheet.ts';
import { codeCells, limitCells, nameCell, type Report, textCells, wordCell } from './cells.ts';
import { type TableOutput, type TablePart, tableParts } from './compiled-protocol.ts';
import { uniqueRows } from './unique-rows.ts';
import { valueTypes } from './value-type.ts';

export type TableHead = {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly hitPolicy: HitPolicy;
  readonly title: Text;
  readonly part: TablePart | null;
  readonly row: Row;
};

/** An output together with its row of `outputs.csv`, whose default is not yet parsed. */
export type OutputDraft = TableOutput & { readonly row: Row };

export const compileTableHeads = (sheet: Sheet, report: Report): TableHead[] => {
  const named = uniqueRows({ ...sheet, rows: uniqueRows(sheet, ['id'], report) }, ['name'], report);
  return named.flatMap((row) => {
    const id = cell(row, 'id');
    const name = nameCell(row, 'name', report);
    const hitPolicy = wordCell(row, 'hit_policy', hitPolicies, report);
    const title = textCells(row, 'title', report);
    const part = cell(row, 'part') === '' ? null : wordCell(row, 'part', tableParts, report);
    if (id === '') report(missing(row, 'id'));
    if (cell(row, 'file') === '') report(missing(row, 'file'));
    if (id === '' || name === null || hitPolicy === null) return [];
    return [{ id, name, hitPolicy, title, part, file: tablePath(cell(row, 'file')), row }];
  });
};

export const compileOutputs = (sheet: Sheet, tables: readonly TableHead[], report: Report): OutputDraft[] =>
  uniqueRows(sheet, ['table', 'name'], report).flatMap((row) => {
    const table = cell(row, 'table');
    const name = nameCell(row, 'name', report);
    const type = wordCell(row, 'type', valueTypes, report);
    const limits = limitCells(row, 'min', 'max', report);
    const label = textCells(row, 'label', report, 'optional');
    const names = tables.map((head) => head.name);
    if (!names.includes(table)) {
      const near = closest(table, names);
      report(
        problem(
          'referenceDangling',
          cellPlace(row, 'table'),
          { fr: `Aucune table ne se nomme « ${table} ».`, en: `No table is named “${table}”.` },
          near === null
            ? { fr: 'Écrivez le nom d’une table de tables.csv.', en: 'Write the name of a table of tables.csv.' }
            : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
        ),
      );
      return [];
    }
    if (name === null || type === null) return [];
    return [
      { table, name, type, unit: cell(row, 'unit') || null, values: codeCells(row, 'values'), limits, label, row },
    ];
  });

/** `file` may be written with or without its folder. */
const tablePath = (file: string): string => (file.startsWith('tables/') ? file : `tables/${file}`);

const missing = (row: Row, column: string) =>
  problem(
    'cellMissing',
    cellPlace(row, column),
    { fr: 'Cette cellule est vide.', en: 'This cell is blank.' },
    { fr: 'Remplissez-la.', en: 'Fill it in.' },
  );
