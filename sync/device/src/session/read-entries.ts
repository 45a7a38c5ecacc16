/**
 * Reads the entries of families, wherever they are stored. What cannot be read is marked as damaged, reported as a
 * problem, and left out.
 */
import { compareEntries, type Entry } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import { setAside } from '../contents/damage.ts';
import { openSegment, segmentPlace } from '../contents/segment.ts';
import { linesOf, type SegmentId, type SegmentLabel } from '../contents/segment-label.ts';
import { type OpenStore, remember } from './open-store.ts';

/** `alone`: the caller runs inside `exclusively`, so no other tab moves records while it reads. */
type Reader = { readonly alone: boolean };

/** Sorted by `compareEntries`, without duplicates. */
export const readEntries = async <Row>(
  open: OpenStore<Row>,
  families: readonly FamilyId[],
  reader: Reader = { alone: false },
): Promise<readonly Entry[]> => {
  const unread = families.filter((family) => !open.recent.has(family));
  const kept = families.flatMap((family) => open.recent.get(family) ?? []);
  if (unread.length === 0) return inOrder(kept);
  const { additions } = open;
  const read = await readFromStore(open, new Set(unread), reader);
  if (unread.length <= REMEMBERED_AT_ONCE && open.additions === additions) {
    for (const family of unread) remember(open, family, inOrder(read.filter((entry) => entry.family === family)));
  }
  return inOrder([...kept, ...read]);
};

/**
 * A screen reads one or two families; callers that read more (a restore) do not read them again soon, so these are not
 * cached.
 */
const REMEMBERED_AT_ONCE = 4;

const readFromStore = async <Row>(
  open: OpenStore<Row>,
  families: ReadonlySet<FamilyId>,
  reader: Reader,
): Promise<readonly Entry[]> => {
  const { places } = open.contents;
  const loose = new Set<number>();
  // Labels are looked up before the first `await`: a segment may be merged into another one while it is read.
  const segments = new Map<SegmentId, SegmentLabel>();
  for (const family of families) {
    const own = places.ofFamily.get(family);
    for (const place of own?.loose ?? []) loose.add(place);
    for (const id of own?.segments ?? []) {
      const label = places.segments.get(id);
      if (label !== undefined) segments.set(id, label);
    }
  }
  const { store, exclusively } = open.surroundings;
  const [sealedLoose, sealedSegments] = await Promise.all([
    store.get('loose', [...loose]),
    store.get('segments', [...segments.keys()]),
  ]);
  if (!reader.alone && [...sealedLoose, ...sealedSegments].includes(undefined)) {
    // Records were packed or merged a moment ago, here or in another tab: read again from their new places.
    return exclusively(async () => {
      if (!(await open.catchUp())) throw new Error('the session is locked');
      return readFromStore(open, families, { alone: true });
    });
  }
  const read = await Promise.all([
    ...[...loose].map((place, index) => openLoose(open, place, sealedLoose[index])),
    ...[...segments.values()].map((label, index) => openFamiliesIn(open, label, sealedSegments[index], families)),
  ]);
  return read.flat();
};

export const loosePlace = (place: number): string => `loose/${place}`;

const openLoose = async <Row>({ keys, contents }: OpenStore<Row>, place: number, sealed: unknown): Promise<Entry[]> => {
  const text = await keys.sealer.openText(loosePlace(place), sealed);
  if (text !== null) return [JSON.parse(text) as Entry];
  setAside(contents.damage, contents.places, loosePlace(place));
  return [];
};

const openFamiliesIn = async <Row>(
  { keys, contents: { places, damage } }: OpenStore<Row>,
  label: SegmentLabel,
  sealed: unknown,
  families: ReadonlySet<FamilyId>,
): Promise<Entry[]> => {
  const lines = await openSegment(keys.sealer, label.id, sealed);
  if (lines === null) {
    if (places.segments.has(label.id)) setAside(damage, places, segmentPlace(label.id));
    return [];
  }
  return label.families
    .filter((family) => families.has(family))
    .flatMap((family) => lines.slice(...(linesOf(label, family) ?? [0, 0])))
    .map((line) => JSON.parse(line) as Entry);
};

const inOrder = (entries: readonly Entry[]): readonly Entry[] => {
  const ordered = entries.toSorted(compareEntries);
  return ordered.filter((entry, index) => {
    const before = ordered[index - 1];
    return before === undefined || compareEntries(before, entry) !== 0;
  });
};
