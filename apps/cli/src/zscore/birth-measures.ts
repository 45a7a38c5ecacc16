/**
 * Tells which rows hold a child's birth measure: the earliest one, under three days of age (the rule of the GIGS
 * project, see life-course-standard.ts of @denba/growth). Rows come in batches, so only the earliest age under three
 * days of each child is remembered. An even earlier age in a later batch means that the file is not sorted: `note` then
 * returns `outOfOrder`.
 */
import { isBirthMeasure } from '@denba/growth/life-course-standard';

export type BirthMeasures = {
  /** Must be called for all rows of a batch before `isBirth` is called for any of them. */
  readonly note: (id: string, ageDays: number) => 'inOrder' | 'outOfOrder';
  readonly isBirth: (id: string, ageDays: number) => boolean;
  readonly endOfBatch: () => void;
};

/** Rows with an empty id are treated as different children, each with this row alone. */
export const createBirthMeasures = (): BirthMeasures => {
  const earliest = new Map<string, number>();
  let fresh = new Set<string>();
  return {
    note: (id, ageDays) => {
      if (id === '' || !(ageDays >= 0 && ageDays < 3)) return 'inOrder';
      const known = earliest.get(id);
      if (known !== undefined && known <= ageDays) return 'inOrder';
      earliest.set(id, ageDays);
      if (known === undefined) fresh.add(id);
      return known === undefined || fresh.has(id) ? 'inOrder' : 'outOfOrder';
    },
    isBirth: (id, ageDays) => isBirthMeasure(ageDays, id === '' ? [] : [earliest.get(id) ?? ageDays]),
    endOfBatch: () => {
      fresh = new Set();
    },
  };
};
