/**
 * Search index of the families of a phone or a server: by any word of a name, by village, phone, card or number in the
 * register.
 *
 * It holds a dictionary of words (a few thousand, because names repeat), each with the families that bear it; a query
 * is compared with each word once. The index is changed in place, so that a saved registration is found at once.
 * Results do not depend on the order in which families were added. The index keeps references to the rows that it was
 * given.
 */
import { toDayNumber } from '@denba/quantities/local-date';
import type { FamilyId } from '../ids.ts';
import type { FamilyNames } from './family-names.ts';
import { foldLetters, wordsOf } from './fold-letters.ts';
import { type NameRules, nameWords, westAfricanNames, wordKey } from './name-keys.ts';
import { nationalDigits } from './phone-digits.ts';
import { type ComparedWord, comparedWord } from './word-likeness.ts';

export type FamilyIndex = {
  readonly rules: NameRules;
  /** Families by slot; `null` where a family was removed and the slot is free. */
  readonly slots: (IndexedFamily | null)[];
  readonly slotOf: Map<FamilyId, number>;
  readonly freeSlots: number[];
  readonly words: IndexedWord[];
  readonly wordOf: Map<string, IndexedWord>;
};

export type IndexedFamily = {
  readonly row: FamilyNames;
  readonly mother: readonly IndexedWord[];
  readonly others: readonly IndexedWord[];
  readonly village: readonly IndexedWord[];
  /** Numbers as national digits (see `nationalDigits`). */
  readonly phones: readonly string[];
  readonly card: string;
  /** The number in the register, in the form in which cards are compared. */
  readonly registerNumbers: readonly string[];
  /** Dates as day numbers, so that comparing thousands of births parses no text. */
  readonly births: FamilyBirths;
};

export type FamilyBirths = {
  readonly mother: { readonly day: number; readonly exact: boolean } | null;
  readonly children: readonly { readonly day: number; readonly sex: 'M' | 'F' | null }[];
};

export const WORD_FIELDS = ['mother', 'others', 'village'] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/**
 * A word of the dictionary, with the slots of the families that bear it, one list per field. `at` is its place in
 * `words`.
 */
export type IndexedWord = ComparedWord & { readonly [field in WordField]: number[] } & { at: number };

export const createFamilyIndex = (
  rows: Iterable<FamilyNames> = [],
  rules: NameRules = westAfricanNames,
): FamilyIndex => {
  const index: FamilyIndex = { rules, slots: [], slotOf: new Map(), freeSlots: [], words: [], wordOf: new Map() };
  for (const row of rows) addToIndex(index, row);
  return index;
};

/** Adds a family, or replaces it when it is already there. */
export const addToIndex = (index: FamilyIndex, row: FamilyNames): void => {
  removeFromIndex(index, row.family);
  const slot = index.freeSlots.pop() ?? index.slots.length;
  const words = (texts: Iterable<string>): readonly IndexedWord[] =>
    [...new Set(texts)].map((text) => wordIn(index, text));
  const family: IndexedFamily = {
    row,
    mother: words(row.motherName === null ? [] : nameWords(row.motherName)),
    others: words(row.otherNames.flatMap(nameWords)),
    village: words(row.village === null ? [] : wordsOf(foldLetters(row.village))),
    phones: row.phones.map(nationalDigits).filter((digits) => digits !== ''),
    card: row.cardCode === null ? '' : cardKey(row.cardCode),
    registerNumbers: (row.registerNumbers ?? []).map(cardKey).filter((number) => number !== ''),
    births: birthsOf(row),
  };
  index.slots[slot] = family;
  index.slotOf.set(row.family, slot);
  for (const field of WORD_FIELDS) for (const word of family[field]) word[field].push(slot);
};

/** Returns false when the family was not in the index. */
export const removeFromIndex = (index: FamilyIndex, id: FamilyId): boolean => {
  const slot = index.slotOf.get(id);
  const family = slot === undefined ? undefined : index.slots[slot];
  if (slot === undefined || !family) return false;
  for (const field of WORD_FIELDS) {
    for (const word of family[field]) {
      takeOut(word[field], slot);
      if (WORD_FIELDS.every((kept) => word[kept].length === 0)) forget(index, word);
    }
  }
  index.slots[slot] = null;
  index.slotOf.delete(id);
  index.freeSlots.push(slot);
  return true;
};

export const familyCount = (index: FamilyIndex): number => index.slotOf.size;

/** A card's code without separators and case: `KLB-2026/0153` is `klb20260153`. */
export const cardKey = (code: string): string => wordsOf(foldLetters(code)).join('');

export const birthsOf = ({ motherBirth, children }: Omit<FamilyNames, 'family'>): FamilyBirths => ({
  mother: motherBirth && { day: toDayNumber(motherBirth.on), exact: motherBirth.precision === 'exact' },
  children: children.flatMap(({ on, sex }) => (on === null ? [] : [{ day: toDayNumber(on), sex }])),
});

const wordIn = (index: FamilyIndex, letters: string): IndexedWord => {
  const known = index.wordOf.get(letters);
  if (known !== undefined) return known;
  const compared = comparedWord(wordKey(letters, index.rules));
  const word: IndexedWord = { ...compared, mother: [], others: [], village: [], at: index.words.length };
  index.words.push(word);
  index.wordOf.set(letters, word);
  return word;
};

/** Removes a slot. The order within a list has no meaning, so the last slot takes the place of the removed one. */
const takeOut = (slots: number[], slot: number): void => {
  const at = slots.lastIndexOf(slot);
  const last = slots.pop();
  if (at >= 0 && at < slots.length && last !== undefined) slots[at] = last;
};

const forget = (index: FamilyIndex, word: IndexedWord): void => {
  index.wordOf.delete(word.letters);
  const last = index.words.pop();
  if (last === undefined || last === word) return;
  index.words[word.at] = last;
  last.at = word.at;
};
