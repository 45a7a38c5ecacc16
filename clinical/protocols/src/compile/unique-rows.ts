/** The rows of a sheet without duplicates: a second row with the same key columns is reported and left out. */
import { problem } from '../problem.ts';
import { cell, cellPlace, type Row, type Sheet } from '../read/sheet.ts';
import type { Report } from './cells.ts';

export const uniqueRows = (sheet: Sheet, key: readonly string[], report: Report): Row[] => {
  const seen = new Map<string, Row>();
  const rows: Row[] = [];
  for (const row of sheet.rows) {
    const name = key.map((column) => cell(row, column)).join('.');
    const first = seen.get(name);
    if (first === undefined || name === '') {
      seen.set(name, row);
      rows.push(row);
    } else {
      const column = key[key.length - 1] ?? '';
      report(
        problem(
          'nameTwice',
          cellPlace(row, column),
          {
            fr: `« ${name} » figure déjà ligne ${first.line} de ${first.file}.`,
            en: `“${name}” is already on line ${first.line} of ${first.file}.`,
          },
          { fr: "Changez l'un des deux noms, ou ôtez une ligne.", en: 'Change one of the two names, or remove a row.' },
        ),
      );
    }
  }
  return rows;
};
