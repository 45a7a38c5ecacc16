/**
 * Resolves ids after merges of duplicates. Merges apply in the order of recording, except those that were undone or
 * withdrawn by a correction. When two devices merged the same two records in opposite directions, the first merge
 * decides which id is kept.
 *
 * A merge of families is filed under one of the two families, and its undoing under the family of the merge, so that a
 * phone with all entries of a family can tell which id is kept.
 */
import type { EntryId, FamilyId, PersonId } from '../ids.ts';
import type { ReadEntry } from './timeline.ts';
import { type TimelineProblem, timelineProblem } from './timeline-problem.ts';

export type Identities = {
  readonly person: (id: PersonId) => PersonId;
  readonly family: (id: FamilyId) => FamilyId;
  readonly problems: readonly TimelineProblem[];
};

export const resolveMerges = (entries: readonly ReadEntry[]): Identities => {
  const problems: TimelineProblem[] = [];
  const undone = undoneMerges(entries, problems);
  const persons = new Map<string, string>();
  const families = new Map<string, string>();
  for (const { entry, form, withdrawn } of entries) {
    if (form.kind !== 'merge-duplicates' || withdrawn || undone.has(entry.id)) continue;
    const { merge, keep, duplicate } = form.answers;
    const parents = merge === 'person' ? persons : merge === 'family' ? families : null;
    if (parents === null) continue;
    if (merge === 'family' && entry.family !== keep && entry.family !== duplicate) {
      problems.push(timelineProblem('mergeOfOthers', entry.id));
      continue;
    }
    const [kept, other] = [rootOf(parents, keep), rootOf(parents, duplicate)];
    if (kept === other) problems.push(timelineProblem('mergedWithItself', entry.id));
    else parents.set(other, kept);
  }
  return {
    person: (id) => rootOf(persons, id) as PersonId,
    family: (id) => rootOf(families, id) as FamilyId,
    problems,
  };
};

const undoneMerges = (entries: readonly ReadEntry[], problems: TimelineProblem[]): ReadonlySet<EntryId> => {
  const familyOf = new Map(
    entries.flatMap(({ entry, form }) => (form.kind === 'merge-duplicates' ? [[entry.id, entry.family] as const] : [])),
  );
  const undone = new Set<EntryId>();
  for (const { entry, form, withdrawn } of entries) {
    if (form.kind !== 'undo-merge' || withdrawn) continue;
    const merge = form.answers.merge_entry as EntryId;
    if (familyOf.get(merge) === entry.family) undone.add(merge);
    else problems.push(timelineProblem('undoOfUnknownMerge', entry.id));
  }
  return undone;
};

const rootOf = (parents: ReadonlyMap<string, string>, id: string): string => {
  let root = id;
  for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
  return root;
};
