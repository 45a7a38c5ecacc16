/** Entries of some families, from wherever they lie. What cannot be read is noted as a problem and left out. */
import { compareEntries, type Entry } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import type { EntryName } from '../contents/places.ts';
import { type OpenStore, remember } from './open-store.ts';

/** In the order of `compareEntries`, each once. */
export const readEntries = async <Row>(
  open: OpenStore<Row>,
  families: readonly FamilyId[],
): Promise<readonly Entry[]> => {
  const unread = families.filter((family) => !open.recent.has(family));
  const kept = families.flatMap((family) => open.recent.get(family) ?? []);
  if (unread.length === 0) return inOrder(kept);
  const read = await readFromStore(open, new Set(unread));
  if (unread.length <= REMEMBERED_AT_ONCE) {
    for (const family of unread) remember(open, family, inOrder(read.filter((entry) => entry.family === family)));
  }
  return inOrder([...kept, ...read]);
};

/** A screen reads a family or two; whoever reads more (a rebuild, a restore) does not come back to them. */
const REMEMBERED_AT_ONCE = 4;

const readFromStore = async <Row>(open: OpenStore<Row>, families: ReadonlySet<FamilyId>): Promise<readonly Entry[]> => {
  const { surroundings, contents } = open;
  const places = [...families].flatMap((family) => [...(contents.places.ofFamily.get(family)?.loose ?? [])]);
  const sealed = await surroundings.store.get('loose', places);
  const entries = await Promise.all(places.map((place, index) => openLoose(open, place, sealed[index])));
  return entries.filter((entry) => entry !== null);
};

export const loosePlace = (place: number): string => `loose/${place}`;

const openLoose = async <Row>(open: OpenStore<Row>, place: number, sealed: unknown): Promise<Entry | null> => {
  const text = await open.keys.sealer.openText(loosePlace(place), sealed);
  if (text !== null) return JSON.parse(text) as Entry;
  const name = open.contents.places.loose.get(place);
  noteDamage(open, loosePlace(place), name === undefined ? null : [name]);
  return null;
};

export const noteDamage = <Row>(open: OpenStore<Row>, place: string, names: readonly EntryName[] | null): void => {
  open.contents.problems.set(place, {
    kind: 'entriesDamaged',
    place,
    entries: names?.length ?? null,
    families: [...new Set(names?.map(([family]) => family))],
  });
};

const inOrder = (entries: readonly Entry[]): readonly Entry[] => {
  const ordered = entries.toSorted(compareEntries);
  return ordered.filter((entry, index) => {
    const before = ordered[index - 1];
    return before === undefined || compareEntries(before, entry) !== 0;
  });
};
