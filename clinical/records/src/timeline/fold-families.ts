/**
 * Folds the entries of many families, given in any order, to one timeline per family; merged families have one
 * timeline.
 */
import type { Entry } from '../entry.ts';
import { compareEntries } from '../entry.ts';
import type { FamilyId } from '../ids.ts';
import { applyCorrections } from './apply-corrections.ts';
import { foldTimeline } from './fold-timeline.ts';
import { resolveMerges } from './resolve-merges.ts';
import type { Timeline } from './timeline.ts';

/** Timelines by the id of the kept family, sorted by this id. */
export const foldFamilies = (entries: Iterable<Entry>): ReadonlyMap<FamilyId, Timeline> =>
  new Map([...gatherFamilies(entries)].map(([family, own]) => [family, foldTimeline(family, own)]));

/** Entries by the id of the kept family, including those of the families merged into it; sorted by this id. */
export const gatherFamilies = (entries: Iterable<Entry>): ReadonlyMap<FamilyId, readonly Entry[]> => {
  const byFamily = groupByFamily(entries);
  const rootOf = keptFamily([...byFamily.values()]);
  const byRoot = new Map<FamilyId, Entry[]>();
  for (const [family, own] of byFamily) {
    const root = rootOf(family);
    const group = byRoot.get(root);
    if (group) group.push(...own);
    else byRoot.set(root, [...own]);
  }
  return new Map([...byRoot].sort(([a], [b]) => (a < b ? -1 : 1)));
};

const groupByFamily = (entries: Iterable<Entry>): ReadonlyMap<FamilyId, readonly Entry[]> => {
  const byFamily = new Map<FamilyId, Entry[]>();
  for (const entry of entries) {
    const own = byFamily.get(entry.family);
    if (own) own.push(entry);
    else byFamily.set(entry.family, [entry]);
  }
  return byFamily;
};

/**
 * Maps a family's id to the id that is kept. Only groups that hold a merge or its undoing are read and corrected here.
 */
const keptFamily = (groups: readonly (readonly Entry[])[]): ((family: FamilyId) => FamilyId) => {
  const merging = groups.filter((group) => group.some((entry) => /^(merge-duplicates|undo-merge)@/.test(entry.form)));
  const { entries } = applyCorrections(merging.flat().sort(compareEntries));
  return resolveMerges(entries).family;
};
