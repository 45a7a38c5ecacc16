/**
 * Parses what somebody has typed so far to find a family: words, digits of a telephone or a card, or a card's code. The
 * kind of each piece follows from its characters; the user chooses no field.
 */
import { foldLetters, wordsOf } from './fold-letters.ts';
import { nameWords } from './name-keys.ts';
import { type PhonePart, phoneParts } from './phone-digits.ts';

export type QueryTerm =
  | { readonly kind: 'word'; readonly letters: string }
  | { readonly kind: 'digits'; readonly digits: string; readonly phone: readonly PhonePart[] }
  /** Letters and digits together: a card, or a village such as « Secteur3 ». */
  | { readonly kind: 'code'; readonly letters: string };

export type ParsedQuery = {
  readonly terms: readonly QueryTerm[];
  /** The whole text read as one card code, when it could be a code typed with spaces; else `null`. */
  readonly wholeCode: string | null;
};

const LONGEST_QUERY = 120;
const MOST_TERMS = 8;
const FEWEST_CODE_CHARACTERS = 3;

export const parseQuery = (text: string): ParsedQuery => {
  const folded = foldLetters(text.slice(0, LONGEST_QUERY)).trim();
  const pieces = folded.split(/[\s,;]+/);
  const terms: QueryTerm[] = [];
  let digits = '';
  let words = '';
  const endDigits = (): void => {
    if (/\d/.test(digits)) terms.push(digitsTerm(digits));
    digits = '';
  };
  const endWords = (): void => {
    for (const letters of nameWords(words)) terms.push({ kind: 'word', letters });
    words = '';
  };
  for (const piece of pieces) {
    const hasLetter = /\p{L}/u.test(piece);
    const hasDigit = /\d/.test(piece);
    if (hasLetter || !hasDigit) {
      // A lone «+» belongs to the digits that follow it, so it does not end the digits before it.
      if (piece !== '+') endDigits();
    } else endWords();
    if (hasLetter && hasDigit) {
      endWords();
      terms.push({ kind: 'code', letters: wordsOf(piece).join('') });
    } else if (hasLetter) words += ` ${piece}`;
    else if (hasDigit || piece === '+') digits += piece;
  }
  endDigits();
  endWords();
  return { terms: terms.slice(0, MOST_TERMS), wholeCode: wholeCode(folded, terms.length) };
};

const digitsTerm = (typed: string): QueryTerm => ({
  kind: 'digits',
  digits: typed.replace(/\D/g, ''),
  phone: phoneParts(typed),
});

const wholeCode = (folded: string, terms: number): string | null => {
  const code = wordsOf(folded).join('');
  return terms > 1 && code.length >= FEWEST_CODE_CHARACTERS && /\d/.test(code) && /\p{L}/u.test(code) ? code : null;
};
