/**
 * Finds families that may be the same as one that is about to be created. Adds up the evidence of
 * `duplicate-weights.ts` for every family that shares a word of the mother's name, a telephone or a card, and returns
 * those above the threshold.
 */
import type { FamilyId } from '../ids.ts';
import { compareChildren, compareMotherBirths } from './compare-births.ts';
import { type NamesAsked, nameBits, nameReasons, namesAsked, sharesMotherName } from './compare-names.ts';
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
  /** Base-2 logarithm of the odds that it is the same family; below 0 it is more likely another family. */
  readonly score: number;
  /** `likely` when `score` is 0 (even odds) or more. */
  readonly strength: 'likely' | 'possible';
  /** Reasons from names first, the strongest of them at the head. */
  readonly reasons: readonly DuplicateReason[];
};

const DEFAULT_LIMIT = 5;

/**
 * Sorted by descending score; empty when the family seems new. A candidate with a `family` is not compared with itself.
 */
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
  for (let slot = 0; slot < index.slots.length; slot += 1) {
    const family = isWorthComparing(slot, index, asked) ? index.slots[slot] : null;
    if (!family || family.row.family === candidate.family) continue;
    const score = prior + nameBits(slot, family, asked.names) + factBits(slot, family, asked);
    if (score < least) continue;
    const strength = score >= 0 ? 'likely' : 'possible';
    found.push({ family: family.row.family, score, strength, reasons: reasonsFor(slot, family, asked) });
  }
  return found.sort((a, b) => b.score - a.score || (a.family < b.family ? -1 : 1)).slice(0, Math.max(0, limit));
};

type Asked = {
  readonly names: NamesAsked;
  readonly phones: PhonesAsked;
  readonly card: string;
  readonly births: FamilyBirths;
};

/** A cheap pre-check that excludes most families without reading their rows. */
const isWorthComparing = (slot: number, { slots }: FamilyIndex, { names, phones, card }: Asked): boolean =>
  sharesMotherName(slot, names) || phones.close.has(slot) || (card !== '' && card === slots[slot]?.card);

/** Bits of everything except names. Computed for every compared family; reasons only for those that are offered. */
const factBits = (slot: number, family: IndexedFamily, asked: Asked): number =>
  comparePhones(slot, family, asked.phones).bits +
  compareCards(asked.card, family.card).bits +
  compareMotherBirths(asked.births.mother, family.births.mother).bits +
  compareChildren(asked.births.children, family.births.children).bits;

const reasonsFor = (slot: number, family: IndexedFamily, asked: Asked): readonly DuplicateReason[] => [
  ...nameReasons(slot, family, asked.names),
  ...comparePhones(slot, family, asked.phones).reasons,
  ...compareCards(asked.card, family.card).reasons,
  ...compareMotherBirths(asked.births.mother, family.births.mother).reasons,
  ...compareChildren(asked.births.children, family.births.children).reasons,
];

const sameCard: Evidence = { bits: bitsOf(duplicateWeights.sameCard), reasons: ['sameCard'] };
const otherCard: Evidence = { bits: bitsOf(duplicateWeights.otherCard), reasons: [] };

const compareCards = (a: string, b: string): Evidence =>
  a === '' || b === '' ? silence : a === b ? sameCard : otherCard;
