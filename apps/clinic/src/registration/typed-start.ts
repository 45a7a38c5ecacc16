/** What was looked for in vain becomes the first answer of a new family. */
import { type Answers, noAnswers, withAnswer } from '@denba/questionnaires/answers';

/** A telephone when it is made of digits, else the mother's name. */
export const answersFromSearch = (typed: string): Answers => {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (text === '') return noAnswers;
  if (/\p{L}/u.test(text)) return withAnswer(noAnswers, 'mother_name', /\p{Lu}/u.test(text) ? text : capitalized(text));
  return /\d/.test(text) ? withAnswer(noAnswers, 'phone', text) : noAnswers;
};

/** Names are written with capitals; a search is typed without. */
const capitalized = (text: string): string =>
  text.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
