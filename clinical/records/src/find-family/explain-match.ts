/**
 * Says why a family is in the list of results, quoting its own row. Computed only for the few families that are shown.
 */

import { cardKey, type IndexedFamily, type IndexedWord } from './family-index.ts';
import type { FamilyNames } from './family-names.ts';
import { foldLetters, wordsOf } from './fold-letters.ts';
import type { DirectMatch, TermMatch } from './match-term.ts';
import { nationalDigits } from './phone-digits.ts';

export type MatchKind = 'phone' | 'card' | 'register' | 'name' | 'village';

export type MatchReason = { readonly matched: MatchKind; readonly part: string };

/** Most specific kind first: a telephone belongs to one family, a village to many. */
const kinds: readonly MatchKind[] = ['phone', 'card', 'register', 'name', 'village'];

export const explainMatch = (slot: number, family: IndexedFamily, matches: readonly TermMatch[]): MatchReason => {
  const reasons = matches.flatMap((match) => termReason(slot, family, match) ?? []);
  const matched = kinds.find((kind) => reasons.some((reason) => reason.matched === kind)) ?? 'name';
  const parts = reasons.filter((reason) => reason.matched === matched).map(({ part }) => part);
  return { matched, part: [...new Set(parts)].join(' ') };
};

const termReason = (slot: number, family: IndexedFamily, match: TermMatch): MatchReason | null => {
  const direct = match.families.get(slot);
  const byWord = bestWord(family, match);
  if (direct !== undefined && direct.fit >= (byWord?.fit ?? 0)) {
    return { matched: direct.kind, part: written(family.row, direct) ?? direct.digits };
  }
  if (byWord === null) return null;
  const { matched, texts, word } = byWord;
  return { matched, part: writtenWord(texts, word.letters) };
};

type WordReason = {
  readonly matched: 'name' | 'village';
  readonly texts: readonly string[];
  readonly word: IndexedWord;
  readonly fit: number;
};

const bestWord = ({ row, mother, others, village }: IndexedFamily, { words }: TermMatch): WordReason | null => {
  const fields = [
    { matched: 'name', bears: mother, texts: row.motherName === null ? [] : [row.motherName] },
    { matched: 'name', bears: others, texts: row.otherNames },
    { matched: 'village', bears: village, texts: row.village === null ? [] : [row.village] },
  ] as const;
  let best: WordReason | null = null;
  for (const { matched, bears, texts } of fields) {
    for (const word of bears) {
      const fit = words.get(word) ?? 0;
      if (fit > (best?.fit ?? 0)) best = { matched, texts, word, fit };
    }
  }
  return best;
};

const written = (row: FamilyNames, { kind, digits }: DirectMatch): string | null | undefined => {
  switch (kind) {
    case 'phone':
      return row.phones.find((phone) => nationalDigits(phone) === digits);
    case 'card':
      return row.cardCode;
    case 'register':
      return row.registerNumbers?.find((number) => cardKey(number).includes(digits));
  }
};

/** The word as it is written in the row, with its accents. */
const writtenWord = (texts: readonly string[], letters: string): string => {
  const written = texts.flatMap((text) => text.split(/[^\p{L}\p{M}\p{N}'’‘`´ʼʻ]+/u));
  return written.find((word) => wordsOf(foldLetters(word)).includes(letters)) ?? letters;
};
