/**
 * What one term of a query matches: words of the dictionary, and families by telephone, card or number in the register. A
 * fit lies between 0 and 1 and ranks the results: exact, then prefix, same sound, variants, slips. The figures are ours
 * (`default`).
 */
import { editDistance } from './edit-distance.ts';
import type { FamilyIndex, IndexedWord } from './family-index.ts';
import { wordKey } from './name-keys.ts';
import type { QueryTerm } from './parse-query.ts';
import { FEWEST_PHONE_DIGITS, type PhonePart } from './phone-digits.ts';
import { type ComparedWord, comparedWord, likeness } from './word-likeness.ts';

export type TermMatch = {
  readonly words: ReadonlyMap<IndexedWord, number>;
  /** Families that match by telephone or card, by slot. */
  readonly families: ReadonlyMap<number, DirectMatch>;
};

export type DirectMatch = {
  readonly kind: 'phone' | 'card' | 'register';
  readonly fit: number;
  readonly digits: string;
};

/** Fit for each likeness 0 to 5: unlike, two slips, one slip, variant, same sound, same letters. */
const fitOfLikeness = [0, 0.4, 0.55, 0.7, 0.8, 1] as const;
/** The fit of a prefix: higher the larger the share of the word that is typed. */
const prefixFit = (typed: string, word: string): number => 0.85 + (0.1 * typed.length) / word.length;
const SOUND_PREFIX_FIT = 0.6;
/** The fit of a prefix with one slip in it. Shorter prefixes are not tried, because they match too many words. */
const SLIPPED_PREFIX_FIT = 0.42;
const SHORTEST_SLIPPED_PREFIX = 5;

export const matchTerm = (index: FamilyIndex, term: QueryTerm): TermMatch => {
  switch (term.kind) {
    case 'word':
      return { words: wordsLike(index, term.letters), families: new Map() };
    case 'code':
      return { words: wordsBeginning(index, term.letters), families: codesWith(index, term.letters) };
    case 'digits': {
      const families = codesWith(index, term.digits);
      for (const [slot, match] of phonesWith(index, term.phone)) {
        if (match.fit > (families.get(slot)?.fit ?? 0)) families.set(slot, match);
      }
      return { words: wordsBeginning(index, term.digits), families };
    }
  }
};

const wordsLike = (index: FamilyIndex, letters: string): Map<IndexedWord, number> => {
  if (letters.length === 1) return wordsBeginning(index, letters);
  const asked = comparedWord(wordKey(letters, index.rules));
  const fits = new Map<IndexedWord, number>();
  for (const word of index.words) {
    const fit = wordFit(index, asked, word);
    if (fit > 0) fits.set(word, fit);
  }
  return fits;
};

const wordFit = (index: FamilyIndex, asked: ComparedWord, word: IndexedWord): number => {
  if (word.letters.startsWith(asked.letters)) {
    return word.letters.length === asked.letters.length ? 1 : prefixFit(asked.letters, word.letters);
  }
  const fit = fitOfLikeness[likeness(asked, word, index.rules)];
  if (fit < SOUND_PREFIX_FIT && word.sound.startsWith(asked.sound)) return SOUND_PREFIX_FIT;
  return fit > 0 || !slippedPrefix(index, asked.letters, word.letters) ? fit : SLIPPED_PREFIX_FIT;
};

const slippedPrefix = (index: FamilyIndex, typed: string, word: string): boolean =>
  typed.length >= SHORTEST_SLIPPED_PREFIX &&
  word.length > typed.length &&
  typed.charCodeAt(0) === word.charCodeAt(0) &&
  index.rules.slips(typed.length) > 0 &&
  editDistance(typed, word.slice(0, typed.length), 1) === 1;

const wordsBeginning = (index: FamilyIndex, typed: string): Map<IndexedWord, number> => {
  const fits = new Map<IndexedWord, number>();
  for (const word of index.words) {
    if (!word.letters.startsWith(typed)) continue;
    fits.set(word, word.letters.length === typed.length ? 1 : prefixFit(typed, word.letters));
  }
  return fits;
};

/** Cards, and numbers of the register. */
export const codesWith = (index: FamilyIndex, part: string): Map<number, DirectMatch> => {
  const found = new Map<number, DirectMatch>();
  if (part.length < FEWEST_PHONE_DIGITS) return found;
  index.slots.forEach((family, slot) => {
    if (family === null) return;
    const card = codeFit(family.card, part);
    const register = part.length <= YEAR ? family.registerNumbers.map(withoutYear) : family.registerNumbers;
    const number = Math.max(0, ...register.map((code) => codeFit(code, part)));
    if (card > 0 && card >= number) found.set(slot, { kind: 'card', fit: card, digits: part });
    else if (number > 0) found.set(slot, { kind: 'register', fit: number, digits: part });
  });
  return found;
};

const codeFit = (code: string, part: string): number => {
  const at = code.indexOf(part);
  return at < 0 ? 0 : code.length === part.length ? 1 : at === 0 ? 0.95 : 0.9;
};

/** Every number in the register begins with one of these, so that it says nothing by itself. */
const YEAR = 4;
const withoutYear = (number: string): string => number.slice(YEAR);

/**
 * In order: whole number, its beginning, its end (what people remember), a part of it; a whole number with one wrong
 * digit.
 */
const phoneFit = (phone: string, { digits, fromStart }: PhonePart): number => {
  if (phone === digits) return 1;
  if (phone.startsWith(digits)) return 0.96;
  if (fromStart) return 0;
  if (phone.endsWith(digits)) return 0.95;
  if (phone.includes(digits)) return 0.9;
  return digits.length >= FEWEST_DIGITS_TO_SLIP && editDistance(digits, phone, 1) === 1 ? 0.5 : 0;
};
const FEWEST_DIGITS_TO_SLIP = 7;

const phonesWith = (index: FamilyIndex, parts: readonly PhonePart[]): Map<number, DirectMatch> => {
  const found = new Map<number, DirectMatch>();
  if (parts.length === 0) return found;
  index.slots.forEach((family, slot) => {
    let best: DirectMatch | null = null;
    for (const phone of family?.phones ?? []) {
      for (const part of parts) {
        const fit = phoneFit(phone, part);
        if (fit > (best?.fit ?? 0)) best = { kind: 'phone', fit, digits: phone };
      }
    }
    if (best !== null) found.set(slot, best);
  });
  return found;
};
