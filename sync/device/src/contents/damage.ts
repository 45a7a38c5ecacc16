/** What could not be read, and whose entries that were. It stays on its shelf until they are back. */
import type { StoreProblem } from '../device.ts';
import type { Shelf } from '../store/store.ts';
import { type EntryName, sameName } from './entry-name.ts';
import { holds, type Places, removeLoose, removeSegment } from './places.ts';
import { namesIn } from './segment-label.ts';

/** By place (`segments/recent/7/12`, `loose/31`); `null`: nobody knows what was in it. */
export type Damage = Map<string, readonly EntryName[] | null>;

/** Takes a place that cannot be read out of use. */
export const setAside = (damage: Damage, places: Places, place: string): void => {
  const { shelf, key } = readPlace(place);
  if (shelf === 'loose') {
    const name = places.loose.get(Number(key));
    if (!damage.has(place)) damage.set(place, name === undefined ? null : [name]);
    removeLoose(places, Number(key));
    return;
  }
  const label = places.segments.get(key);
  if (!damage.has(place)) damage.set(place, label === undefined ? null : namesIn(label));
  removeSegment(places, key);
};

/** Places whose entries are all held elsewhere, or are among these that come now. */
export const recovered = (damage: Damage, places: Places, coming: readonly EntryName[]): readonly string[] =>
  [...damage].flatMap(([place, names]) => {
    const back = (name: EntryName): boolean => holds(places, name) || coming.some((other) => sameName(other, name));
    return names?.every(back) ? [place] : [];
  });

export const damageProblems = (damage: Damage): readonly StoreProblem[] =>
  [...damage].map(([place, names]) => ({
    kind: 'entriesDamaged',
    place,
    entries: names?.length ?? null,
    families: [...new Set(names?.map(([family]) => family))],
  }));

export const readPlace = (place: string): { readonly shelf: Shelf; readonly key: string } => {
  const slash = place.indexOf('/');
  return { shelf: place.slice(0, slash) as Shelf, key: place.slice(slash + 1) };
};
