/**
 * What one term of a query matches: words of the dictionary, and families by telephone or card. A fit lies between 0
 * and 1 and ranks the results: exact, then prefix, same sound, variants, slips. The figures are ours (`default`).
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

export type DirectMatch = { readonly kind: 'phone' | 'card'; readonly fit: number; readonly digits: string };

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
      return { words: wordsBeginning(index, term.letters), families: cardsWith(index, term.letters) };
    case 'digits': {
      const families = cardsWith(index, term.digits);
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

export const cardsWith = (index: FamilyIndex, part: string): Map<number, DirectMatch> => {
  const found = new Map<number, DirectMatch>();
  if (part.length < FEWEST_PHONE_DIGITS) return found;
  index.slots.forEach((family, slot) => {
    const at = family === null ? -1 : family.card.indexOf(part);
    if (at < 0 || family === null) return;
    const fit = family.card.length === part.length ? 1 : at === 0 ? 0.95 : 0.9;
    found.set(slot, { kind: 'card', fit, digits: part });
  });
  return found;
};

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
