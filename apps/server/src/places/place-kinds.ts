/** Which kind of place may lie in which. The kinds have an order, so that no import can make a circle. */
import type { PlaceKind } from '../database/tables.ts';

export const placeKinds = ['country', 'region', 'district', 'health_centre', 'hospital', 'site'] as const;

const level: Readonly<Record<PlaceKind, number>> = {
  country: 0,
  region: 1,
  district: 2,
  /** Side by side in a district. */
  hospital: 3,
  health_centre: 3,
  site: 4,
};

export const isPlaceKind = (word: string): word is PlaceKind => placeKinds.includes(word as PlaceKind);

/** A level may be left out (a country without regions), and none turned round. */
export const mayLieIn = (kind: PlaceKind, parent: PlaceKind): boolean => level[kind] > level[parent];
