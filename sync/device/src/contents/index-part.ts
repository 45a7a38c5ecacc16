/**
 * The labels of the segments of one drawer (or of the recent ones), in stored form. Each family id is written once per
 * part.
 */
import type { DeviceId, FamilyId } from '@denba/records/ids';
import type { Bytes } from '../sealing/bytes.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Part, SegmentId, SegmentLabel } from './segment-label.ts';

type StoredPart = {
  readonly families: readonly FamilyId[];
  readonly devices: readonly DeviceId[];
  /** Families and devices as indexes into the tables above. */
  readonly segments: readonly (readonly [
    id: SegmentId,
    families: readonly number[],
    counts: readonly number[],
    devices: readonly number[],
    names: readonly number[],
  ])[];
};

const placeOf = (part: Part, version: number): string => `index/${part}/${version}`;

export const sealIndexPart = (
  sealer: Sealer,
  part: Part,
  version: number,
  labels: readonly SegmentLabel[],
): Promise<Bytes> => {
  const families = table<FamilyId>();
  const devices = table<DeviceId>();
  const segments = labels.map(
    (label) =>
      [
        label.id,
        label.families.map(families.placeOf),
        label.counts,
        label.devices.map(devices.placeOf),
        label.names,
      ] as const,
  );
  const stored: StoredPart = { families: families.items, devices: devices.items, segments };
  return sealer.sealText(placeOf(part, version), JSON.stringify(stored));
};

/** Returns `null` when the part is damaged or not the current version. */
export const openIndexPart = async (
  sealer: Sealer,
  part: Part,
  version: number,
  sealed: unknown,
): Promise<readonly SegmentLabel[] | null> => {
  const text = await sealer.openText(placeOf(part, version), sealed);
  if (text === null) return null;
  const stored = JSON.parse(text) as StoredPart;
  const found =
    <Item>(items: readonly Item[]) =>
    (place: number) =>
      items.slice(place, place + 1);
  return stored.segments.map(([id, families, counts, devices, names]) => ({
    id,
    families: families.flatMap(found(stored.families)),
    counts,
    devices: devices.flatMap(found(stored.devices)),
    names,
  }));
};

const table = <Item>() => {
  const places = new Map<Item, number>();
  const items: Item[] = [];
  return {
    items: items as readonly Item[],
    placeOf: (item: Item): number => {
      const known = places.get(item);
      if (known !== undefined) return known;
      places.set(item, items.length);
      return items.push(item) - 1;
    },
  };
};
