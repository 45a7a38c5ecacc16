/**
 * `forms/choices.csv`: lists of choices, with their words and the columns that filters read. A list named after a value
 * (`growth_signs.finding`, `dehydration`) has the words for that value's codes. `{name}` in a label borrows the label
 * of the value with that name (`{bf_24h}`) or of a choice of another list (`{exit_code.R1}`), so that nothing is worded
 * twice.
 */
import type { Language, Text } from '@denba/quantities/text';
import type { Choice } from '@denba/questionnaires/form';
import { type Problem, problem } from '../problem.ts';
import { closest } from '../read/closest-name.ts';
import { cell, cellPlace, type Row, type Sheet } from '../read/sheet.ts';
import { shortLabel } from '../words/short-label.ts';
import { parseTemplate } from '../words/template.ts';
import { type Report, textCells } from './cells.ts';
import type { ChoiceLabels } from './compiled-protocol.ts';
import { factsOf, type Names } from './names.ts';
import { uniqueRows } from './unique-rows.ts';

export type ChoiceLists = Readonly<Record<string, readonly Choice[]>>;

export const compileChoices = (sheet: Sheet, names: Names, report: Report): ChoiceLists => {
  const lists: Record<string, Choice[]> = {};
  const columns = sheet.columns.filter((column) => !['list_name', 'name'].includes(column) && !column.includes('::'));
  const typed = new Map<string, Text>();
  for (const row of sheet.rows) typed.set(choiceOf(row), { fr: cell(row, 'label::fr'), en: cell(row, 'label::en') });
  for (const row of uniqueRows(sheet, ['list_name', 'name'], report)) {
    const label = borrowed(row, textCells(row, 'label', report), { names, typed, report });
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

const choiceOf = (row: Row): string => `${cell(row, 'list_name')}.${cell(row, 'name')}`;

type Lenders = { readonly names: Names; readonly typed: ReadonlyMap<string, Text>; readonly report: Report };

/** Fills the `{name}` parts of a label. Borrowed labels may borrow in turn; a cycle is reported as a missing label. */
const borrowed = (row: Row, label: Text, { names, typed, report }: Lenders): Text => {
  const say = (text: string, language: Language, asked: readonly string[]): string =>
    parseTemplate(text)
      .map((part) => {
        if (part.kind === 'text') return part.text;
        const facts = factsOf(names, part.name);
        if (facts !== null && facts !== 'open') return shortLabel(facts.label[language]);
        const choice = typed.get(part.name);
        if (choice !== undefined && !asked.includes(part.name)) {
          return say(choice[language], language, [...asked, part.name]);
        }
        const lenders = [...names.keys(), ...typed.keys()].filter((name) => !asked.includes(name));
        report(wordsUnknown(row, part.name, language, lenders));
        return part.name;
      })
      .join('');
  const from = [choiceOf(row)];
  return { fr: say(label.fr, 'fr', from), en: say(label.en, 'en', from) };
};

const wordsUnknown = (row: Row, name: string, language: Language, known: readonly string[]): Problem => {
  const near = closest(name, known);
  return problem(
    'placeholderUnknown',
    cellPlace(row, `label::${language}`),
    {
      fr: `« {${name}} » emprunte des mots que le protocole n’a pas.`,
      en: `“{${name}}” borrows words that the protocol does not have.`,
    },
    near === null
      ? { fr: 'Écrivez les mots vous-même.', en: 'Write the words yourself.' }
      : { fr: `Vouliez-vous écrire « {${near}} » ?`, en: `Did you mean “{${near}}”?` },
  );
};

export const choiceLabels = (lists: ChoiceLists): ChoiceLabels =>
  Object.fromEntries(
    Object.entries(lists).map(([list, choices]) => [
      list,
      Object.fromEntries(choices.map(({ name, label }): [string, Text] => [name, label])),
    ]),
  );
