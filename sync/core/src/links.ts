/**
 * Families that some entry has ever named together. They are folded together even when their merge was undone, because
 * a later entry may make it apply again.
 */
import type { FamilyId } from '@denba/records/ids';

export type Links<Id extends string = FamilyId> = Map<Id, readonly Id[]>;

/** Every family that these are linked with, themselves included, in order. */
export const linkedWith = <Id extends string>(links: Links<Id>, families: Iterable<Id>): readonly Id[] => {
  const all = new Set<Id>();
  for (const family of families) {
    all.add(family);
    for (const other of links.get(family) ?? []) all.add(other);
  }
  return [...all].sort();
};

/** Notes that these were named together. Gives the group they now are, or `null` when it says nothing new. */
export const link = <Id extends string>(links: Links<Id>, families: readonly Id[]): readonly Id[] | null => {
  const group = linkedWith(links, families);
  const known = links.get(group[0] ?? ('' as Id)) ?? [];
  if (group.length < 2 || known.length === group.length) return null;
  for (const family of group) links.set(family, group);
  return group;
};

/** Each group once. */
export const groupsOf = <Id extends string>(links: Links<Id>): readonly (readonly Id[])[] => [
  ...new Set(links.values()),
];
