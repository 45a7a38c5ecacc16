/**
 * Families that some entry has ever named together. They are folded together even when their merge was undone, because
 * a later entry may make it apply again.
 */
import type { FamilyId } from '@denba/records/ids';

export type Links = Map<FamilyId, readonly FamilyId[]>;

/** Every family that these are linked with, themselves included, in order. */
export const linkedWith = (links: Links, families: Iterable<FamilyId>): readonly FamilyId[] => {
  const all = new Set<FamilyId>();
  for (const family of families) {
    all.add(family);
    for (const other of links.get(family) ?? []) all.add(other);
  }
  return [...all].sort();
};

/** Notes that these were named together. Gives the group they now are, or `null` when it says nothing new. */
export const link = (links: Links, families: readonly FamilyId[]): readonly FamilyId[] | null => {
  const group = linkedWith(links, families);
  const known = links.get(group[0] ?? ('' as FamilyId)) ?? [];
  if (group.length < 2 || known.length === group.length) return null;
  for (const family of group) links.set(family, group);
  return group;
};

/** Each group once. */
export const groupsOf = (links: Links): readonly (readonly FamilyId[])[] => [...new Set(links.values())];
