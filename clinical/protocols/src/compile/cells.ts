/** Parses single cells: numbers, codes, names, texts, status. A cell that cannot be parsed is reported as a problem. */
import type { SourceStatus, Text } from '@denba/quantities/text';
import type { Limits } from '@denba/questionnaires/data-element';
import { type Problem, problem } from '../problem.ts';
import { closest } from '../read/closest-name.ts';
import { cell, cellPlace, type Row } from '../read/sheet.ts';
import type { Provenance } from './compiled-protocol.ts';

/** Collects the problems found while sheets are compiled. */
export type Report = (problem: Problem) => void;

const decimal = /^[-\u2212+]?\d+(?:[.,]\d+)?$/;

/**
 * Parses a number as written by hand, with a decimal comma or a typographic minus. `null` when the text is no number.
 */
export const parseNumber = (text: string): number | null =>
  decimal.test(text) ? Number(text.replace('\u2212', '-').replace(',', '.')) : null;

const numberCell = (row: Row, column: string, report: Report): number | null => {
  const text = cell(row, column);
  if (text === '') return null;
  const value = parseNumber(text);
  if (value === null) {
    report(
      problem(
        'notANumber',
        cellPlace(row, column),
        { fr: `« ${text} » n'est pas un nombre.`, en: `“${text}” is not a number.` },
        { fr: 'Écrivez un nombre seul, sans unité.', en: 'Write a number alone, without its unit.' },
      ),
    );
  }
  return value;
};

export const limitCells = (row: Row, minColumn: string, maxColumn: string, report: Report): Limits => {
  const limits = { min: numberCell(row, minColumn, report), max: numberCell(row, maxColumn, report) };
  if (limits.min !== null && limits.max !== null && limits.min > limits.max) {
    report(
      problem(
        'outOfRange',
        cellPlace(row, minColumn),
        {
          fr: `Le minimum (${limits.min}) dépasse le maximum (${limits.max}).`,
          en: `The minimum (${limits.min}) is above the maximum (${limits.max}).`,
        },
        { fr: 'Échangez les deux bornes.', en: 'Swap the two limits.' },
      ),
    );
  }
  return limits;
};

/** Codes separated by spaces. */
export const codeCells = (row: Row, column: string): string[] =>
  cell(row, column)
    .split(/\s+/)
    .filter((code) => code !== '');

/** One word of a closed list. Anything else, a blank cell included, is reported and gives `null`. */
export const wordCell = <W extends string>(row: Row, column: string, words: readonly W[], report: Report): W | null => {
  const text = cell(row, column);
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  const near = closest(text, words);
  report(
    problem(
      text === '' ? 'cellMissing' : 'notOneOf',
      cellPlace(row, column),
      text === ''
        ? { fr: 'Cette cellule est vide.', en: 'This cell is blank.' }
        : { fr: `« ${text} » n'est pas un choix possible ici.`, en: `“${text}” is not a possible choice here.` },
      near === null || text === ''
        ? { fr: `Écrivez l'un de : ${words.join(', ')}.`, en: `Write one of: ${words.join(', ')}.` }
        : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
    ),
  );
  return null;
};

/** `yes` is true, a blank cell is false; anything else is reported. */
export const yesCell = (row: Row, column: string, report: Report): boolean =>
  cell(row, column) !== '' && wordCell(row, column, ['yes'], report) === 'yes';

/** A name that expressions can use. Anything else is reported and gives `null`. */
export const nameCell = (row: Row, column: string, report: Report): string | null => {
  const text = cell(row, column);
  if (/^[a-z][a-z0-9_]*$/i.test(text)) return text;
  report(
    problem(
      text === '' ? 'cellMissing' : 'nameInvalid',
      cellPlace(row, column),
      text === ''
        ? { fr: 'Le nom manque.', en: 'The name is missing.' }
        : { fr: `« ${text} » ne peut pas servir de nom.`, en: `“${text}” cannot be used as a name.` },
      {
        fr: 'Employez des lettres sans accent, des chiffres et le trait bas, en commençant par une lettre.',
        en: 'Use unaccented letters, digits and underscores, starting with a letter.',
      },
    ),
  );
  return null;
};

/** `needed`: a blank cell is reported; `optional`: it may be left out. */
export type Need = 'needed' | 'optional';

/**
 * The texts `base::fr`, `base::en` and those of any other language of the sheet. A blank French or English text is
 * reported; an optional text may be blank in both.
 */
export const textCells = (row: Row, base: string, report: Report, need: Need = 'needed'): Text => {
  const texts: Record<string, string> = {};
  for (const [column, text] of Object.entries(row.cells)) {
    if (column.startsWith(`${base}::`)) texts[column.slice(base.length + 2)] = text;
  }
  const text = { ...texts, fr: texts['fr'] ?? '', en: texts['en'] ?? '' };
  for (const language of ['fr', 'en'] as const) {
    const other = language === 'fr' ? text.en : text.fr;
    if (text[language] === '' && (need === 'needed' || other !== '')) report(textMissing(row, base, language));
  }
  return text;
};

const textMissing = (row: Row, base: string, language: 'fr' | 'en'): Problem =>
  problem(
    'textMissing',
    cellPlace(row, `${base}::${language}`),
    language === 'fr'
      ? { fr: 'Le texte français manque.', en: 'The French text is missing.' }
      : { fr: 'Le texte anglais manque.', en: 'The English text is missing.' },
    { fr: 'Écrivez ce texte.', en: 'Write this text.' },
  );

export const statuses: readonly SourceStatus[] = ['sourced', 'default', 'national'];

/**
 * Status and source of a row. They are needed when the row decides something. A row without a status counts as ours
 * (`default`), never as sourced.
 */
export const provenanceCells = (row: Row, report: Report, need: Need): Provenance => {
  const source = cell(row, 'source');
  const text = cell(row, 'status');
  if (text === '' && need === 'needed') report(provenanceMissing(row, 'status'));
  const status = text === '' ? null : wordCell(row, 'status', statuses, report);
  if (source === '' && need === 'needed') report(provenanceMissing(row, 'source'));
  return { status: status ?? 'default', source };
};

const provenanceMissing = (row: Row, column: 'status' | 'source'): Problem =>
  problem(
    column === 'status' ? 'statusMissing' : 'sourceMissing',
    cellPlace(row, column),
    column === 'status'
      ? { fr: 'Cette ligne ne dit pas son statut.', en: 'This row does not say its status.' }
      : { fr: "Cette ligne ne dit pas d'où elle vient.", en: 'This row does not say where it comes from.' },
    column === 'status'
      ? {
          fr: 'Écrivez sourced (lu dans la source), default (à valider) ou national.',
          en: 'Write sourced (read in the source), default (to be approved) or national.',
        }
      : { fr: "Écrivez la clé d'une source de protocol.yaml.", en: 'Write the key of a source of protocol.yaml.' },
  );
