/** `forms/*.csv`: forms with the columns of XLSForm. Types, units, codes and limits come from the data elements. */
import type { Form, FormItem, QuestionType } from '@denba/questionnaires/form';
import { problem } from '../problem.ts';
import { audiencesOf, conditionsIn } from '../read/audience.ts';
import { cell, cellPlace, type Row, rowPlace, type Sheet } from '../read/sheet.ts';
import { appearance } from './appearance.ts';
import { textCells, wordCell } from './cells.ts';
import { expressionAt } from './expressions.ts';
import { forAudience } from './for-audience.ts';
import type { FormContext } from './form-context.ts';
import { formQuestion } from './form-question.ts';
import { questionsIn } from './questions.ts';
import { uniqueRows } from './unique-rows.ts';

export const compileForm = (sheet: Sheet, path: string, context: FormContext): Form => {
  const id = path.replace(/^forms\//, '').replace(/\.csv$/, '');
  const rows = uniqueRows(sheet, ['name'], context.report);
  const titleRow = rows.find((row) => kindOf(row).kind === 'form');
  if (titleRow === undefined) context.report(titleMissing(sheet, id));
  const title = titleRow === undefined ? { fr: id, en: id } : textCells(titleRow, 'label', context.report);
  const reader = { rows: rows.filter((row) => row !== titleRow), next: 0 };
  const items = readItems(reader, null, context);
  const asked = new Set(questionsIn(items).map((question) => question.name));
  return {
    id,
    title,
    items,
    choices: Object.fromEntries(
      questionsIn(items).flatMap(({ choices }) =>
        choices === null ? [] : [[choices, context.choices[choices] ?? []]],
      ),
    ),
    elements: Object.fromEntries([...context.elements].filter(([name]) => asked.has(name))),
  };
};

type Reader = { readonly rows: readonly Row[]; next: number };

type Block = { readonly kind: 'group' | 'repeat'; readonly row: Row };

/** Reads items up to the end of the block or of the sheet. */
const readItems = (reader: Reader, block: Block | null, context: FormContext): FormItem[] => {
  const items: FormItem[] = [];
  while (reader.next < reader.rows.length) {
    const row = reader.rows[reader.next++] as Row;
    const { kind, list } = kindOf(row);
    if (kind === 'end_group' || kind === 'end_repeat') {
      if (block !== null && kind === `end_${block.kind}`) return items;
      context.report(blockWrong(row, kind, block));
      if (block !== null) return items;
    } else {
      const item = readItem(row, kind, list, reader, context);
      if (item !== null) items.push(item);
    }
  }
  if (block !== null) context.report(blockOpen(block));
  return items;
};

const readItem = (row: Row, kind: string, list: string, reader: Reader, context: FormContext): FormItem | null => {
  const { report } = context;
  const name = cell(row, 'name');
  const expression = (column: string) => expressionAt(cell(row, column), cellPlace(row, column), report);
  const relevant = forAudience(expression('relevant'), conditionsIn(audiencesOf(row)));
  switch (kind) {
    case 'begin_group': {
      const label = textCells(row, 'label', report, 'optional');
      const items = readItems(reader, { kind: 'group', row }, context);
      return { kind: 'group', name, label, relevant, ...appearance(row), items: [...hintNote(row, context), ...items] };
    }
    case 'begin_repeat': {
      const label = textCells(row, 'label', report, 'optional');
      const count = expression('repeat_count');
      return {
        kind: 'repeat',
        name,
        label,
        relevant,
        count,
        items: readItems(reader, { kind: 'repeat', row }, context),
      };
    }
    case 'note':
      return { kind: 'note', name, label: textCells(row, 'label', report), relevant };
    case 'calculate': {
      const calculation = expression('calculation');
      const label = textCells(row, 'label', report, 'optional');
      if (calculation === null) {
        if (cell(row, 'calculation') === '') report(calculationMissing(row));
        return null;
      }
      return { kind: 'calculation', name, label: label.fr === '' ? null : label, relevant, calculation };
    }
    default: {
      const type = questionTypes[kind];
      if (type === undefined) {
        wordCell(row, 'type', itemTypes, report);
        return null;
      }
      return formQuestion(row, type, list, relevant, context);
    }
  }
};

/** The hint of a group becomes a note at its start. */
const hintNote = (row: Row, context: FormContext): FormItem[] => {
  const label = textCells(row, 'hint', context.report, 'optional');
  return label.fr === '' ? [] : [{ kind: 'note', name: `${cell(row, 'name')}_hint`, label, relevant: null }];
};

/**
 * The kind of a row (`begin group` and `begin_group` are the same) and its list of choices, as in `select_one yes_no`.
 */
const kindOf = (row: Row): { kind: string; list: string } => {
  const [first = '', ...rest] = cell(row, 'type').split(/\s+/);
  if ((first === 'begin' || first === 'end') && rest[0] !== undefined) return { kind: `${first}_${rest[0]}`, list: '' };
  return { kind: first, list: rest[0] ?? '' };
};

const questionTypes: Readonly<Record<string, QuestionType>> = {
  integer: 'integer',
  decimal: 'number',
  number: 'number',
  boolean: 'boolean',
  select_one: 'code',
  select_multiple: 'codes',
  date: 'date',
  text: 'text',
};

const itemTypes = [
  ...Object.keys(questionTypes),
  ...['note', 'calculate', 'begin_group', 'end_group', 'begin_repeat', 'end_repeat', 'form'],
];

const titleMissing = (sheet: Sheet, id: string) =>
  problem(
    'textMissing',
    { file: sheet.file, line: 1 },
    { fr: `Le formulaire « ${id} » n'a pas de titre.`, en: `The form “${id}” has no title.` },
    {
      fr: `Ajoutez une première ligne : type form, name ${id}, label::fr et label::en.`,
      en: `Add a first row: type form, name ${id}, label::fr and label::en.`,
    },
    'warning',
  );

const blockWrong = (row: Row, kind: string, block: Block | null) =>
  problem(
    'formWrong',
    rowPlace(row),
    block === null
      ? {
          fr: `« ${kind} » ne ferme rien : aucun groupe n'est ouvert.`,
          en: `“${kind}” closes nothing: no group is open.`,
        }
      : {
          fr: `« ${kind} » ferme autre chose que le bloc ouvert ligne ${block.row.line} (${block.kind}).`,
          en: `“${kind}” closes something other than the block opened on line ${block.row.line} (${block.kind}).`,
        },
    { fr: 'Ouvrez et fermez les blocs dans le même ordre.', en: 'Open and close blocks in the same order.' },
  );

const blockOpen = (block: Block) =>
  problem(
    'formWrong',
    rowPlace(block.row),
    { fr: `Ce bloc (${block.kind}) n'est jamais fermé.`, en: `This block (${block.kind}) is never closed.` },
    { fr: `Ajoutez une ligne end_${block.kind}.`, en: `Add a row end_${block.kind}.` },
  );

const calculationMissing = (row: Row) =>
  problem(
    'cellMissing',
    cellPlace(row, 'calculation'),
    { fr: "Ce calcul n'a pas d'expression.", en: 'This calculation has no expression.' },
    { fr: 'Écrivez-la dans calculation.', en: 'Write it under calculation.' },
  );
