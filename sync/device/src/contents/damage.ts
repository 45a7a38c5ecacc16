/**
 * Places that could not be read, and which entries they held. A damaged record stays stored until its entries are back.
 */

import type { Shelf } from '../store/store.ts';
import type { StoreProblem } from '../store-report.ts';
import { type EntryName, sameName } from './entry-name.ts';
import { holds, type Places, removeLoose, removeSegment } from './places.ts';
import { namesIn } from './segment-label.ts';

/** By place (`segments/recent/7/12`, `loose/31`); `null`: it is unknown which entries it held. */
export type Damage = Map<string, readonly EntryName[] | null>;

/** Marks a place that cannot be read as damaged and removes it from `places`. */
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

/** Damaged places whose entries are all stored elsewhere, or are among the entries that are being added now. */
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
