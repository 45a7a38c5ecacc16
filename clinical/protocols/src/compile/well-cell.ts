/**
 * The column `well`: the answer that means "looked for and not present", for signs that are asked in lists. A worker
 * who reads a list and finds none of its signs may answer the whole list with one act
 * (docs/decisions/0009-one-button-for-signs-not-there.md). Only a definite answer is allowed here: never a number,
 * never "not assessed".
 */
import type { Input } from '@denba/questionnaires/answers';
import { problem } from '../problem.ts';
import { cell, cellPlace, type Row } from '../read/sheet.ts';
import type { Report } from './cells.ts';
import type { Element } from './compiled-protocol.ts';

export const wellCell = (row: Row, element: Element | undefined, report: Report): Input | null => {
  const text = cell(row, 'well');
  if (text === '' || element === undefined) return null;
  const code = text.toLowerCase();
  if (element.type === 'boolean' && (code === 'true' || code === 'false')) return code === 'true';
  const known = element.values.includes(text) && !element.notAssessed.includes(text);
  if (element.type === 'code' && known) return text;
  if (element.type === 'codes' && known) return [text];
  report(notAWellAnswer(row, text, element));
  return null;
};

const notAWellAnswer = (row: Row, text: string, element: Element) => {
  const codes = element.values.filter((value) => !element.notAssessed.includes(value));
  const possible = element.type === 'boolean' ? ['true', 'false'] : codes;
  return problem(
    'codeUnknown',
    cellPlace(row, 'well'),
    {
      fr: `« ${text} » n'est pas une réponse qui dit que le signe est cherché et absent.`,
      en: `“${text}” is not an answer that says that the sign was looked for and is not there.`,
    },
    possible.length === 0
      ? {
          fr: 'Une mesure se prend : laissez la cellule vide.',
          en: 'A measurement has to be taken: leave the cell blank.',
        }
      : { fr: `Réponses possibles : ${possible.join(', ')}.`, en: `Possible answers: ${possible.join(', ')}.` },
  );
};
