/**
 * Which rows hold a child's birth measure: its earliest, under three days of age (the rule of the GIGS project, see
 * life-course-standard.ts of @denba/growth). Rows come in batches, so only the earliest age under three days of each
 * child is remembered. A later batch with an even earlier age proves that the file is not sorted: that row says so.
 */
import { isBirthMeasure } from '@denba/growth/life-course-standard';

export type BirthMeasures = {
  /** To be told of all rows of a batch before any is judged. */
  readonly note: (id: string, ageDays: number) => 'inOrder' | 'outOfOrder';
  readonly isBirth: (id: string, ageDays: number) => boolean;
  readonly endOfBatch: () => void;
};

/** An empty id is a child of whom nothing else is known. */
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
