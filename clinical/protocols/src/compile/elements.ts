/** `data-elements.csv`: everything that is asked, observed or measured. */
import { problem } from '../problem.ts';
import { cell, cellPlace, type Sheet } from '../read/sheet.ts';
import {
  codeCells,
  limitCells,
  nameCell,
  provenanceCells,
  type Report,
  textCells,
  wordCell,
  yesCell,
} from './cells.ts';
import type { Element } from './compiled-protocol.ts';
import { uniqueRows } from './unique-rows.ts';
import { elementTypes, isCoded } from './value-type.ts';

export const compileElements = (sheet: Sheet, report: Report): Element[] =>
  uniqueRows(sheet, ['name'], report).flatMap((row) => {
    const name = nameCell(row, 'name', report);
    const type = wordCell(row, 'type', elementTypes, report);
    const hard = limitCells(row, 'hard_min', 'hard_max', report);
    const soft = limitCells(row, 'soft_min', 'soft_max', report);
    // Limits are thresholds too: like cut-offs they need a source and a status.
    const limited = [hard.min, hard.max, soft.min, soft.max].some((limit) => limit !== null);
    const provenance = provenanceCells(row, report, limited ? 'needed' : 'optional');
    const label = textCells(row, 'label', report);
    if (name === null || type === null) return [];
    const values = codeCells(row, 'values');
    if (isCoded(type) && values.length === 0) {
      report(
        problem(
          'cellMissing',
          cellPlace(row, 'values'),
          {
            fr: `« ${name} » est codé, mais ses codes manquent.`,
            en: `“${name}” is coded, but its codes are missing.`,
          },
          { fr: 'Écrivez les codes, séparés par des espaces.', en: 'Write the codes, separated by spaces.' },
        ),
      );
    }
    const notAssessed = codeCells(row, 'not_assessed');
    const unit = cell(row, 'unit') || null;
    return [
      {
        name,
        type,
        unit,
        values: [...new Set([...values, ...notAssessed])],
        notAssessed,
        hard,
        soft,
        lasting: yesCell(row, 'lasting', report),
        private: yesCell(row, 'private', report),
        ...provenance,
        label,
      },
    ];
  });
