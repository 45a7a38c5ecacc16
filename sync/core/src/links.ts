/**
 * Families that some entry has ever linked, by family. Linked families are folded together even after their merge was
 * undone, because a later entry may make the merge apply again.
 */
import type { FamilyId } from '@denba/records/ids';

export type Links<Id extends string = FamilyId> = Map<Id, readonly Id[]>;

/** All families linked with these, including themselves, sorted. */
export const linkedWith = <Id extends string>(links: Links<Id>, families: Iterable<Id>): readonly Id[] => {
  const all = new Set<Id>();
  for (const family of families) {
    all.add(family);
    for (const other of links.get(family) ?? []) all.add(other);
  }
  return [...all].sort();
};

/**
 * Records that these families are linked. Returns the group that they now form, or `null` when that was known already.
 */
export const link = <Id extends string>(links: Links<Id>, families: readonly Id[]): readonly Id[] | null => {
  const group = linkedWith(links, families);
  const known = links.get(group[0] ?? ('' as Id)) ?? [];
  if (group.length < 2 || known.length === group.length) return null;
  for (const family of group) links.set(family, group);
  return group;
};

/** All groups of linked families, each once. */
export const groupsOf = <Id extends string>(links: Links<Id>): readonly (readonly Id[])[] => [
  ...new Set(links.values()),
];
