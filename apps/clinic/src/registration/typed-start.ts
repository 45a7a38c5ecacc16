/** Turns the text of a search that found nobody into the first answer of a new registration. */
import { type Answers, noAnswers, withAnswer } from '@denba/questionnaires/answers';

/** Text with letters is the mother's name; text with digits only is a telephone number. */
export const answersFromSearch = (typed: string): Answers => {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (text === '') return noAnswers;
  if (/\p{L}/u.test(text)) return withAnswer(noAnswers, 'mother_name', /\p{Lu}/u.test(text) ? text : capitalized(text));
  return /\d/.test(text) ? withAnswer(noAnswers, 'phone', text) : noAnswers;
};

/** Capitalises each part of a name, because searches are typed in lower case. */
const capitalized = (text: string): string =>
  text.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
