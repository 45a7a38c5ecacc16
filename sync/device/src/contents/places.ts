/**
 * Where each entry is stored: alone on the shelf `loose`, or in a segment. In memory; rebuilt from the journal and the
 * index, or from the entries themselves.
 */
import type { DeviceId, FamilyId } from '@denba/records/ids';
import { type EntryName, sameName } from './entry-name.ts';
import { namesIn, type SegmentId, type SegmentLabel } from './segment-label.ts';

export type Places = {
  readonly loose: Map<number, EntryName>;
  readonly segments: Map<SegmentId, SegmentLabel>;
  readonly ofFamily: Map<FamilyId, { readonly loose: Set<number>; readonly segments: Set<SegmentId> }>;
};

export const noPlaces = (): Places => ({ loose: new Map(), segments: new Map(), ofFamily: new Map() });

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
  for (const family of label.families) familyPlaces(places, family).segments.add(label.id);
};

export const removeSegment = (places: Places, id: SegmentId): void => {
  const label = places.segments.get(id);
  places.segments.delete(id);
  for (const family of label?.families ?? []) places.ofFamily.get(family)?.segments.delete(id);
};

/** Whether an entry of this name is stored somewhere. */
export const holds = (places: Places, name: EntryName): boolean => {
  const own = places.ofFamily.get(name[0]);
  if (own === undefined) return false;
  for (const place of own.loose) if (sameName(places.loose.get(place) ?? nobody, name)) return true;
  for (const id of own.segments) {
    const label = places.segments.get(id);
    if (label !== undefined && namesIn(label).some((other) => sameName(other, name))) return true;
  }
  return false;
};

const nobody = ['', '', 0] as unknown as EntryName;

/** The families that have entries here, whether or not these are readable. */
export const familiesIn = (places: Places): readonly FamilyId[] =>
  [...places.ofFamily].flatMap(([family, { loose, segments }]) => (loose.size + segments.size > 0 ? [family] : []));

export const countEntries = ({ loose, segments }: Places): number => {
  let count = loose.size;
  for (const { names } of segments.values()) count += names.length / 2;
  return count;
};

export const devicesIn = ({ loose, segments }: Places): ReadonlySet<DeviceId> => {
  const devices = new Set<DeviceId>();
  for (const [, device] of loose.values()) devices.add(device);
  for (const label of segments.values()) for (const device of label.devices) devices.add(device);
  return devices;
};

const familyPlaces = ({ ofFamily }: Places, family: FamilyId) => {
  const known = ofFamily.get(family);
  if (known !== undefined) return known;
  const made = { loose: new Set<number>(), segments: new Set<SegmentId>() };
  ofFamily.set(family, made);
  return made;
};
