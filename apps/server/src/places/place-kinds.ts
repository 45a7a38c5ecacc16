/** Which kind of place may be inside which. The kinds have an order, so that no import can create a cycle. */
import type { PlaceKind } from '../database/tables.ts';

export const placeKinds = ['country', 'region', 'district', 'health_centre', 'hospital', 'site'] as const;

const level: Readonly<Record<PlaceKind, number>> = {
  country: 0,
  region: 1,
  district: 2,
  /** At the same level, in a district. */
  hospital: 3,
  health_centre: 3,
  site: 4,
};

export const isPlaceKind = (word: string): word is PlaceKind => placeKinds.includes(word as PlaceKind);

/** A level may be left out (a country without regions), but the order may not be reversed. */
export const mayLieIn = (kind: PlaceKind, parent: PlaceKind): boolean => level[kind] > level[parent];
