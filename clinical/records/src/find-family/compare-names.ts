/**
 * Compares the names and villages of two registrations. Each word of the candidate is compared with the dictionary
 * once; each family is then scored by looking up the likeness of its own words.
 */
import type { DuplicateReason } from './duplicate-reason.ts';
import { bitsOf, duplicateWeights, type LikenessWeights, rarity } from './duplicate-weights.ts';
import { type FamilyIndex, familyCount, type IndexedFamily, type WordField } from './family-index.ts';
import type { FamilyCandidate } from './family-names.ts';
import { foldLetters, wordsOf } from './fold-letters.ts';
import { nameWords, wordKey } from './name-keys.ts';
import { comparedWord, type Likeness, likeness } from './word-likeness.ts';

export type NamesAsked = {
  readonly mother: readonly WordAsked[];
  /** One list of words for each other person (father, caregiver, child). */
  readonly others: readonly (readonly WordAsked[])[];
  readonly village: readonly WordAsked[];
};

/** One word of the candidate, compared with all families: by slot, the likeness of the family's nearest word. */
type WordAsked = {
  readonly likenessAt: Uint8Array;
  /** The bits of evidence for each likeness (0 to 5). */
  readonly bits: readonly number[];
};

export const namesAsked = (index: FamilyIndex, candidate: FamilyCandidate): NamesAsked => {
  const { motherName, otherName, village } = duplicateWeights;
  const already = new Map<string, WordAsked>();
  const ask = (words: readonly string[], field: WordField, weights: LikenessWeights): readonly WordAsked[] =>
    words.map((word) => {
      // Father and child often share a family name: each word is compared only once per field.
      const key = `${field} ${word}`;
      const asked = already.get(key) ?? askWord(index, word, field, weights);
      already.set(key, asked);
      return asked;
    });
  return {
    mother: ask(candidate.motherName === null ? [] : nameWords(candidate.motherName), 'mother', motherName),
    others: candidate.otherNames.map((name) => ask(nameWords(name), 'others', otherName)),
    village: ask(candidate.village === null ? [] : wordsOf(foldLetters(candidate.village)), 'village', village),
  };
};

const askWord = (index: FamilyIndex, letters: string, field: WordField, weights: LikenessWeights): WordAsked => {
  const asked = comparedWord(wordKey(letters, index.rules));
  const likenessAt = new Uint8Array(index.slots.length);
  for (const word of index.words) {
    if (word[field].length === 0) continue;
    const alike = likeness(asked, word, index.rules);
    if (alike > 0) for (const slot of word[field]) if (alike > (likenessAt[slot] ?? 0)) likenessAt[slot] = alike;
  }
  const count = [0, 0, 0, 0, 0, 0];
  for (const alike of likenessAt) count[alike] = (count[alike] ?? 0) + 1;
  const families = familyCount(index);
  const shareAtLeast = (least: number): number =>
    rarity(
      count.slice(least).reduce((sum, some) => sum + some, 0),
      families,
    );
  return {
    likenessAt,
    bits: ([0, 1, 2, 3, 4, 5] as const).map((alike) => bitsOf(weights[alike], shareAtLeast(alike))),
  };
};

/** Whether a word of the mother's name has any likeness to a word of the candidate's. Excludes nearly all families. */
export const sharesMotherName = (slot: number, { mother }: NamesAsked): boolean => {
  for (const { likenessAt } of mother) if (likenessAt[slot] !== 0) return true;
  return false;
};

export const nameBits = (slot: number, family: IndexedFamily, asked: NamesAsked): number =>
  wordBits(slot, asked.mother, family.mother.length) + otherBits(slot, asked) + villageBits(slot, family, asked);

/**
 * Each word that agrees adds evidence. A word that does not agree counts against the family only while the other name
 * still has an unmatched word to compare it with: a shortened name is not a different name.
 */
const wordBits = (slot: number, words: readonly WordAsked[], theirs: number): number => {
  let bits = 0;
  let unlike = Math.min(words.length, theirs);
  for (const word of words) {
    const alike = word.likenessAt[slot] ?? 0;
    if (alike === 0) continue;
    bits += word.bits[alike] ?? 0;
    unlike -= 1;
  }
  return unlike > 0 ? bits + unlike * (words[0]?.bits[0] ?? 0) : bits;
};

/**
 * The evidence of the other person who agrees best, and 0 when nobody agrees: one registration may name the father and
 * the other a child.
 */
const otherBits = (slot: number, { others }: NamesAsked): number => {
  let best = 0;
  for (const words of others) best = Math.max(best, wordBits(slot, words, 0));
  return Math.min(best, duplicateWeights.otherNamesAtMost);
};

const villageBits = (slot: number, family: IndexedFamily, { village }: NamesAsked): number => {
  if (village.length === 0 || family.village.length === 0) return 0;
  const alike = villageLikeness(slot, village);
  let bits = Number.NEGATIVE_INFINITY;
  for (const word of village) bits = Math.max(bits, word.bits[alike] ?? 0);
  return bits;
};

/** The likeness of a village name is that of its least alike word. */
const villageLikeness = (slot: number, village: readonly WordAsked[]): Likeness => {
  let least: Likeness = 5;
  for (const { likenessAt } of village) least = Math.min(least, likenessAt[slot] ?? 0) as Likeness;
  return least;
};

const nameReason = [null, 'closeName', 'closeName', 'nameVariant', 'sameSound', 'sameName'] as const;

/** Reasons with the strongest first. Computed only for the families that are offered. */
export const nameReasons = (slot: number, family: IndexedFamily, asked: NamesAsked): readonly DuplicateReason[] => {
  const levels = asked.mother.map(({ likenessAt }) => likenessAt[slot] ?? 0).sort((a, b) => b - a);
  const reasons: DuplicateReason[] = levels.flatMap((alike) => nameReason[alike] ?? []);
  if (otherBits(slot, asked) > 0) reasons.push('sameOtherName');
  if (asked.village.length > 0 && family.village.length > 0) {
    const alike = villageLikeness(slot, asked.village);
    if (alike > 0) reasons.push(alike >= 4 ? 'sameVillage' : 'closeVillage');
  }
  return [...new Set(reasons)];
};
