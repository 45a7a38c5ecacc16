/** `forms/choices.csv`: lists of choices, with their words and the columns that filters read. */

import type { Text } from '@denba/quantities/text';
import type { Choice } from '@denba/questionnaires/form';
import { problem } from '../problem.ts';
import { cell, cellPlace, type Sheet } from '../read/sheet.ts';
import { type Report, textCells } from './cells.ts';
import type { ChoiceLabels } from './compiled-protocol.ts';
import { uniqueRows } from './unique-rows.ts';

export type ChoiceLists = Readonly<Record<string, readonly Choice[]>>;

export const compileChoices = (sheet: Sheet, report: Report): ChoiceLists => {
  const lists: Record<string, Choice[]> = {};
  const columns = sheet.columns.filter((column) => !['list_name', 'name'].includes(column) && !column.includes('::'));
  for (const row of uniqueRows(sheet, ['list_name', 'name'], report)) {
    const label = textCells(row, 'label', report);
    const [list, name] = [cell(row, 'list_name'), cell(row, 'name')];
    if (list === '' || name === '') {
      report(
        problem(
          'cellMissing',
          cellPlace(row, list === '' ? 'list_name' : 'name'),
          { fr: 'Ce choix n’a pas de liste ou pas de code.', en: 'This choice has no list or no code.' },
          { fr: 'Remplissez list_name et name.', en: 'Fill in list_name and name.' },
        ),
      );
      continue;
    }
    const others = Object.fromEntries(columns.map((column) => [column, cell(row, column)]));
    lists[list] = [...(lists[list] ?? []), { name, label, columns: others }];
  }
  return lists;
};

export const choiceLabels = (lists: ChoiceLists): ChoiceLabels =>
  Object.fromEntries(
    Object.entries(lists).map(([list, choices]) => [
      list,
      Object.fromEntries(choices.map(({ name, label }): [string, Text] => [name, label])),
    ]),
  );
