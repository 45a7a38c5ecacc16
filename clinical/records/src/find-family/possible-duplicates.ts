/**
 * Who a family that is about to be created may already be. Adds up the evidence of `duplicate-weights.ts` against every
 * family that shares a word of the mother's name, a telephone or a card, and offers those above its threshold.
 */
import type { FamilyId } from '../ids.ts';
import { compareChildren, compareMotherBirths } from './compare-births.ts';
import { type NamesAsked, nameBits, nameReasons, namesAsked, sharingMotherName } from './compare-names.ts';
import { comparePhones, type PhonesAsked, phonesAsked } from './compare-phones.ts';
import type { DuplicateReason } from './duplicate-reason.ts';
import { bitsOf, duplicateWeights } from './duplicate-weights.ts';
import { type Evidence, silence } from './evidence.ts';
import {
  birthsOf,
  cardKey,
  type FamilyBirths,
  type FamilyIndex,
  familyCount,
  type IndexedFamily,
} from './family-index.ts';
import type { FamilyCandidate } from './family-names.ts';

export type PossibleDuplicate = {
  readonly family: FamilyId;
  /** Bits (doublings of likelihood) above even odds; below 0 it is more likely another family. */
  readonly score: number;
  /** `likely` from even odds on. */
  readonly strength: 'likely' | 'possible';
  /** Strongest kind of name first. */
  readonly reasons: readonly DuplicateReason[];
};

const DEFAULT_LIMIT = 5;

/** Most alike first; empty when the family seems new. A candidate with a `family` is not compared with itself. */
export const possibleDuplicates = (
  index: FamilyIndex,
  candidate: FamilyCandidate,
  limit: number = DEFAULT_LIMIT,
): readonly PossibleDuplicate[] => {
  const asked: Asked = {
    names: namesAsked(index, candidate),
    phones: phonesAsked(index, candidate),
    card: candidate.cardCode === null ? '' : cardKey(candidate.cardCode),
    births: birthsOf(candidate),
  };
  const { knownAlready, shownFrom, fewestFamilies } = duplicateWeights;
  const prior = Math.log2(knownAlready / Math.max(familyCount(index), fewestFamilies));
  const least = Math.log2(shownFrom / (1 - shownFrom));
  const found: PossibleDuplicate[] = [];
  for (const slot of worthComparing(index, asked)) {
    const family = index.slots[slot];
    if (!family || family.row.family === candidate.family) continue;
    const facts = compareFacts(slot, family, asked);
    const score = facts.reduce((sum, { bits }) => sum + bits, prior + nameBits(slot, family, asked.names));
    if (score < least) continue;
    const reasons = [...nameReasons(slot, family, asked.names), ...facts.flatMap((fact) => fact.reasons)];
    found.push({ family: family.row.family, score, strength: score >= 0 ? 'likely' : 'possible', reasons });
  }
  return found.sort((a, b) => b.score - a.score || (a.family < b.family ? -1 : 1)).slice(0, Math.max(0, limit));
};

type Asked = {
  readonly names: NamesAsked;
  readonly phones: PhonesAsked;
  readonly card: string;
  readonly births: FamilyBirths;
};

const worthComparing = (index: FamilyIndex, { names, phones, card }: Asked): ReadonlySet<number> => {
  const slots = new Set([...sharingMotherName(names), ...phones.close.keys()]);
  if (card !== '') {
    index.slots.forEach((family, slot) => {
      if (family?.card === card) slots.add(slot);
    });
  }
  return slots;
};

const compareFacts = (slot: number, family: IndexedFamily, { phones, card, births }: Asked): readonly Evidence[] => [
  comparePhones(slot, family, phones),
  compareCards(card, family.card),
  compareMotherBirths(births.mother, family.births.mother),
  compareChildren(births.children, family.births.children),
];

const sameCard: Evidence = { bits: bitsOf(duplicateWeights.sameCard), reasons: ['sameCard'] };
const otherCard: Evidence = { bits: bitsOf(duplicateWeights.otherCard), reasons: [] };

const compareCards = (a: string, b: string): Evidence =>
  a === '' || b === '' ? silence : a === b ? sameCard : otherCard;
