/**
 * Who is entitled to which entry, worked out independently from the entries alone: a referral puts the place that
 * recorded it and the place that it names into one circle of the family; the places of a circle have everything that
 * any of them recorded of the family, and no other place has.
 */
import type { Entry } from '@denba/records/entry';
import { circleOf } from '@denba/sync/circle-of';

type Placed = { readonly place: string; readonly entry: Entry };

/** By place: the entries that it must have, and no others. */
export const entitledTo = (
  entries: readonly Placed[],
  places: readonly string[],
): ReadonlyMap<string, readonly Entry[]> => {
  const parent = new Map<string, string>();
  const find = (member: string): string => {
    let root = member;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next;
    return root;
  };
  const key = (family: string, place: string): string => `${family} ${place}`;
  for (const { place, entry } of entries) {
    for (const other of circleOf(entry)) {
      if (!places.includes(other)) continue;
      const [a, b] = [find(key(entry.family, place)), find(key(entry.family, other))];
      if (a !== b) parent.set(a, b);
    }
  }
  return new Map(
    places.map((place) => [
      place,
      entries.flatMap(({ place: at, entry }) =>
        find(key(entry.family, at)) === find(key(entry.family, place)) ? [entry] : [],
      ),
    ]),
  );
};
