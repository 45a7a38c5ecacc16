/** `derived.csv`: values computed from answers, parameters and tables: age, z-scores, sums, classes. */
import { problem } from '../problem.ts';
import { cell, cellPlace, type Sheet } from '../read/sheet.ts';
import { codeCells, limitCells, nameCell, provenanceCells, type Report, textCells, wordCell } from './cells.ts';
import type { Derived } from './compiled-protocol.ts';
import { expressionAt } from './expressions.ts';
import { uniqueRows } from './unique-rows.ts';
import { valueTypes } from './value-type.ts';

/**
 * A row whose expression does not parse keeps its name, so that expressions that read the name are not reported too.
 */
export type DerivedDraft = Omit<Derived, 'expression'> & { readonly expression: Derived['expression'] | null };

export const compileDerived = (sheet: Sheet, report: Report): DerivedDraft[] =>
  uniqueRows(sheet, ['name'], report).flatMap((row) => {
    const name = nameCell(row, 'name', report);
    const type = wordCell(row, 'type', valueTypes, report);
    const limits = limitCells(row, 'min', 'max', report);
    const provenance = provenanceCells(row, report, 'optional');
    const label = textCells(row, 'label', report);
    const place = cellPlace(row, 'expression');
    const text = cell(row, 'expression');
    if (text === '') {
      report(
        problem(
          'cellMissing',
          place,
          { fr: "Cette valeur n'a pas d'expression.", en: 'This value has no expression.' },
          { fr: 'Écrivez comment elle se calcule.', en: 'Write how it is worked out.' },
        ),
      );
    }
    const expression = expressionAt(text, place, report);
    if (name === null || type === null) return [];
    const values = codeCells(row, 'values');
    return [{ name, type, unit: cell(row, 'unit') || null, values, limits, expression, ...provenance, label }];
  });
