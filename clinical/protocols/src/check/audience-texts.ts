/** Every text of a protocol that is shown or said to somebody, with the audiences (`for`) that it is marked for. */

import type { Place } from '../problem.ts';
import { audiencesOf } from '../read/audience.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { cell, cellPlace, type Row, type Sheet } from '../read/sheet.ts';

export type SaidText = {
  readonly text: string;
  readonly language: string;
  /** Its own marks and those of the groups around it. */
  readonly audiences: readonly string[];
  readonly place: Place;
};

export const saidTexts = (source: ProtocolSource): readonly SaidText[] => [
  ...[...source.sheets].flatMap(([path, sheet]) =>
    path.startsWith('tables/')
      ? sheet.rows.flatMap((row) => textsIn(row, ['reason'], audiencesOf(row)))
      : path.startsWith('forms/') && path !== 'forms/choices.csv'
        ? formTexts(sheet)
        : path === 'actions.csv'
          ? sheet.rows.flatMap((row) => textsIn(row, ['title', 'text'], audiencesOf(row)))
          : [],
  ),
  ...source.cards.flatMap((card) =>
    [card.title, card.text].flatMap((texts) =>
      Object.entries(texts).map(([language, text]) => ({
        text,
        language,
        audiences: card.for,
        place: { file: card.file, line: card.lines[language] ?? 1, column: language },
      })),
    ),
  ),
];

const formTexts = ({ rows }: Sheet): readonly SaidText[] => {
  const around: (readonly string[])[] = [];
  return rows.flatMap((row) => {
    const kind = cell(row, 'type').replace(' ', '_');
    if (/^end_/.test(kind)) around.pop();
    const audiences = [...around.flat(), ...audiencesOf(row)];
    if (/^begin_/.test(kind)) around.push(audiencesOf(row));
    return textsIn(row, ['label', 'hint', 'constraint_message', 'plausible_message'], audiences);
  });
};

const textsIn = (row: Row, bases: readonly string[], audiences: readonly string[]): readonly SaidText[] =>
  Object.entries(row.cells).flatMap(([column, text]) => {
    const [base = '', language] = column.split('::');
    if (language === undefined || !bases.includes(base) || text === '') return [];
    return [{ text, language, audiences, place: cellPlace(row, column) }];
  });
