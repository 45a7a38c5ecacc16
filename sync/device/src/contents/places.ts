/**
 * Where each entry lies: alone on the shelf `loose`, or in a segment. In memory; it is made again from what is stored
 * (journal and index), or from the entries themselves.
 */
import type { Entry } from '@denba/records/entry';
import type { DeviceId, FamilyId } from '@denba/records/ids';

/** Whose entry it is, and its number in the log of the device that made it: enough to know it again. */
export type EntryName = readonly [family: FamilyId, device: DeviceId, seq: number];

/** What is in a segment, line by line. */
export type SegmentLabel = { readonly id: number; readonly lines: readonly EntryName[] };

export type Places = {
  readonly loose: Map<number, EntryName>;
  readonly segments: Map<number, SegmentLabel>;
  readonly ofFamily: Map<FamilyId, { readonly loose: Set<number>; readonly segments: Set<number> }>;
};

export const noPlaces = (): Places => ({ loose: new Map(), segments: new Map(), ofFamily: new Map() });

export const nameOf = ({ family, device, seq }: Entry): EntryName => [family, device, seq];

export const addLoose = (places: Places, place: number, name: EntryName): void => {
  places.loose.set(place, name);
  familyPlaces(places, name[0]).loose.add(place);
};

export const removeLoose = (places: Places, place: number): void => {
  const name = places.loose.get(place);
  places.loose.delete(place);
  if (name !== undefined) places.ofFamily.get(name[0])?.loose.delete(place);
};

export const addSegment = (places: Places, label: SegmentLabel): void => {
  places.segments.set(label.id, label);
  for (const [family] of label.lines) familyPlaces(places, family).segments.add(label.id);
};

export const removeSegment = (places: Places, id: number): void => {
  const label = places.segments.get(id);
  places.segments.delete(id);
  for (const [family] of label?.lines ?? []) places.ofFamily.get(family)?.segments.delete(id);
};

/** The families that have entries here, whether or not these can be read. */
export const familiesIn = (places: Places): readonly FamilyId[] =>
  [...places.ofFamily].flatMap(([family, { loose, segments }]) => (loose.size + segments.size > 0 ? [family] : []));

export const countEntries = ({ loose, segments }: Places): number => {
  let count = loose.size;
  for (const { lines } of segments.values()) count += lines.length;
  return count;
};

const familyPlaces = ({ ofFamily }: Places, family: FamilyId) => {
  const known = ofFamily.get(family);
  if (known !== undefined) return known;
  const made = { loose: new Set<number>(), segments: new Set<number>() };
  ofFamily.set(family, made);
  return made;
};
