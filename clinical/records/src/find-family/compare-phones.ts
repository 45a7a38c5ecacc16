/** Compares the telephone numbers of two registrations. */
import { bitsOf, duplicateWeights, rarity } from './duplicate-weights.ts';
import { editDistance } from './edit-distance.ts';
import { type Evidence, silence } from './evidence.ts';
import { type FamilyIndex, familyCount, type IndexedFamily } from './family-index.ts';
import type { FamilyCandidate } from './family-names.ts';
import { nationalDigits } from './phone-digits.ts';

export type PhonesAsked = {
  readonly asked: boolean;
  /** By slot: the families that have the same number, or one that differs by one digit. */
  readonly close: ReadonlyMap<number, 'same' | 'close'>;
  /** The evidence of having the same number, by how many families in the index share it. */
  readonly same: Evidence;
};

/** Shorter numbers are incomplete, and an incomplete number cannot be compared with one that differs by one digit. */
const SHORTEST_WHOLE_NUMBER = 7;
const isWholeNumber = (digits: string): boolean => digits.length >= SHORTEST_WHOLE_NUMBER;

export const phonesAsked = (index: FamilyIndex, candidate: FamilyCandidate): PhonesAsked => {
  const numbers = candidate.phones.map(nationalDigits).filter(isWholeNumber).map(numberAsked);
  const close = new Map<number, 'same' | 'close'>();
  let same = 0;
  if (numbers.length > 0) {
    index.slots.forEach((family, slot) => {
      const nearness = family === null ? null : nearest(numbers, family.phones);
      if (nearness !== null) close.set(slot, nearness);
      if (nearness === 'same') same += 1;
    });
  }
  const bits = bitsOf(duplicateWeights.samePhone, rarity(same, familyCount(index)));
  return { asked: numbers.length > 0, close, same: { bits, reasons: ['samePhone'] } };
};

type NumberAsked = { readonly digits: string; readonly head: string; readonly tail: string };

/**
 * A single wrong digit leaves the first three or the last three digits unchanged; this check excludes most numbers
 * cheaply.
 */
const numberAsked = (digits: string): NumberAsked => ({ digits, head: digits.slice(0, 3), tail: digits.slice(-3) });

const nearest = (asked: readonly NumberAsked[], known: readonly string[]): 'same' | 'close' | null => {
  let close: 'close' | null = null;
  for (const { digits, head, tail } of asked) {
    for (const other of known) {
      if (digits === other) return 'same';
      if ((other.startsWith(head) || other.endsWith(tail)) && editDistance(digits, other, 1) === 1) close = 'close';
    }
  }
  return close;
};

const closeNumber: Evidence = { bits: bitsOf(duplicateWeights.closePhone), reasons: ['closePhone'] };
const otherNumber: Evidence = { bits: bitsOf(duplicateWeights.otherPhone), reasons: [] };

export const comparePhones = (slot: number, family: IndexedFamily, { asked, close, same }: PhonesAsked): Evidence => {
  if (!asked || family.phones.length === 0) return silence;
  const nearness = close.get(slot);
  return nearness === 'same' ? same : nearness === 'close' ? closeNumber : otherNumber;
};
