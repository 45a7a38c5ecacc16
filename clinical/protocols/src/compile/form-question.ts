/**
 * Compiles one question of a form. Its type is that of the data element: `select_one yes_no` on a boolean element gives
 * a boolean.
 */
import type { Expression } from '@denba/decisions/expression';
import type { Text } from '@denba/quantities/text';
import type { Question, QuestionType } from '@denba/questionnaires/form';
import { problem } from '../problem.ts';
import { closest } from '../read/closest-name.ts';
import { cell, cellPlace, type Row } from '../read/sheet.ts';
import { appearance } from './appearance.ts';
import { parseNumber, textCells } from './cells.ts';
import { expressionAt } from './expressions.ts';
import type { FormContext } from './form-context.ts';
import { wellCell } from './well-cell.ts';

export const formQuestion = (
  row: Row,
  asked: QuestionType,
  list: string,
  relevant: Expression | null,
  context: FormContext,
): Question | null => {
  const { report, elements, choices } = context;
  const name = cell(row, 'name');
  const element = elements.get(name);
  if (element === undefined || element.type === 'list') report(elementMissing(row, name, [...elements.keys()]));
  else if (!agree(asked, element.type)) report(typeDiffers(row, asked, element.type));
  if (list !== '' && choices[list] === undefined) report(listMissing(row, list, Object.keys(choices)));
  if (element !== undefined && list !== '' && element.values.length > 0) {
    for (const { name: code } of choices[list] ?? []) {
      if (!element.values.includes(code)) report(choiceUnknown(row, list, code, element.name, element.values));
    }
  }
  const expression = (column: string) => expressionAt(cell(row, column), cellPlace(row, column), report);
  const optional = (base: string): Text | null => {
    const text = textCells(row, base, report, 'optional');
    return text.fr === '' && text.en === '' ? null : text;
  };
  if (cell(row, 'constraint') !== '' && optional('constraint_message') === null) report(messageMissing(row));
  return {
    kind: 'question',
    name,
    type: element === undefined || element.type === 'list' ? asked : element.type,
    label: textCells(row, 'label', report),
    hint: optional('hint'),
    relevant,
    required: requiredCell(row, expression),
    constraint: expression('constraint'),
    constraintMessage: optional('constraint_message'),
    plausible: expression('plausible'),
    plausibleMessage: optional('plausible_message'),
    choices: list === '' ? null : list,
    choiceFilter: expression('choice_filter'),
    default: expressionAt(cell(row, 'default'), cellPlace(row, 'default'), report, new Set(element?.values)),
    readings: readingsCell(row, expression),
    well: wellCell(row, element, report),
    ...appearance(row),
  };
};

const requiredCell = (row: Row, expression: (column: string) => Expression | null): boolean | Expression => {
  const text = cell(row, 'required');
  if (text === '' || /^(no|false|non)$/i.test(text)) return false;
  if (/^(yes|true|oui)$/i.test(text)) return true;
  return expression('required') ?? true;
};

const readingsCell = (row: Row, expression: (column: string) => Expression | null): Question['readings'] => {
  const text = cell(row, 'readings_max_difference');
  if (text === '') return null;
  const maxDifference = parseNumber(text) ?? expression('readings_max_difference');
  return maxDifference === null ? null : { maxDifference };
};

const agree = (asked: QuestionType, element: string): boolean =>
  asked === element ||
  (asked === 'code' && element === 'boolean') ||
  (asked === 'integer' && element === 'number') ||
  (asked === 'code' && element === 'integer');

const elementMissing = (row: Row, name: string, known: readonly string[]) => {
  const near = closest(name, known);
  return problem(
    'referenceDangling',
    cellPlace(row, 'name'),
    {
      fr: `La question « ${name} » n'est pas dans data-elements.csv.`,
      en: `The question “${name}” is not in data-elements.csv.`,
    },
    near === null
      ? { fr: 'Ajoutez-la aux data-elements.', en: 'Add it to the data elements.' }
      : {
          fr: `Vouliez-vous écrire « ${near} » ? Sinon ajoutez-la aux data-elements.`,
          en: `Did you mean “${near}”? If not, add it to the data elements.`,
        },
  );
};

const typeDiffers = (row: Row, asked: string, element: string) =>
  problem(
    'typeMismatch',
    cellPlace(row, 'type'),
    {
      fr: `La question est de type ${asked}, le data-element de type ${element}.`,
      en: `The question is of type ${asked}, the data element of type ${element}.`,
    },
    { fr: 'Accordez les deux types.', en: 'Make the two types agree.' },
  );

const listMissing = (row: Row, list: string, known: readonly string[]) => {
  const near = closest(list, known);
  return problem(
    'referenceDangling',
    cellPlace(row, 'type'),
    {
      fr: `La liste de choix « ${list} » n'est pas dans forms/choices.csv.`,
      en: `The list of choices “${list}” is not in forms/choices.csv.`,
    },
    near === null
      ? { fr: 'Ajoutez ses choix à forms/choices.csv.', en: 'Add its choices to forms/choices.csv.' }
      : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
  );
};

const choiceUnknown = (row: Row, list: string, code: string, element: string, values: readonly string[]) =>
  problem(
    'codeUnknown',
    cellPlace(row, 'type'),
    {
      fr: `La liste « ${list} » offre « ${code} », que ${element} n'admet pas.`,
      en: `The list “${list}” offers “${code}”, which ${element} does not admit.`,
    },
    { fr: `Codes de ${element} : ${values.join(', ')}.`, en: `Codes of ${element}: ${values.join(', ')}.` },
  );

const messageMissing = (row: Row) =>
  problem(
    'textMissing',
    cellPlace(row, 'constraint_message::fr'),
    {
      fr: 'Cette contrainte refuse une réponse sans dire pourquoi.',
      en: 'This constraint refuses an answer without saying why.',
    },
    {
      fr: 'Écrivez constraint_message en français et en anglais.',
      en: 'Write constraint_message in French and English.',
    },
  );
