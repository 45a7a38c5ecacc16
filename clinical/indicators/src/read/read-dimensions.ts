/** Reads `dimensions.csv` and `dimension-names.csv`: the ways in which figures are broken down. */
import { type Report, textCells } from '@denba/protocols/compile/cells';
import { testsAt } from '@denba/protocols/compile/expressions';
import { uniqueRows } from '@denba/protocols/compile/unique-rows';
import { problem } from '@denba/protocols/problem';
import { cell, cellPlace, type Sheet } from '@denba/protocols/read/sheet';
import type { Dimension } from '../indicator.ts';

export const readDimensions = (sheet: Sheet, names: Sheet, report: Report): readonly Dimension[] => {
  const rows = uniqueRows(sheet, ['dimension', 'value'], report);
  return uniqueRows(names, ['dimension'], report).map((named): Dimension => {
    const name = cell(named, 'dimension');
    const mine = rows.filter((row) => cell(row, 'dimension') === name);
    const [first] = mine;
    if (first === undefined) {
      report(
        problem(
          'referenceDangling',
          cellPlace(named, 'dimension'),
          { fr: `« ${name} » n’a aucune valeur dans dimensions.csv.`, en: `“${name}” has no value in dimensions.csv.` },
          { fr: 'Ajoutez ses valeurs, ou ôtez la ligne.', en: 'Add its values, or remove the row.' },
        ),
      );
    }
    return {
      name,
      label: textCells(named, 'label', report),
      attribute: first === undefined ? '' : cell(first, 'attribute'),
      values: mine.map((row) => ({
        value: cell(row, 'value'),
        test: testsAt(cell(row, 'test'), cellPlace(row, 'test'), report) ?? { kind: 'any' },
        label: textCells(row, 'label', report),
      })),
    };
  });
};
