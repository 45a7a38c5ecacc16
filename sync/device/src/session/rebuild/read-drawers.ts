/** Reads all readable entries, drawer by drawer, and records the place of each. */
import type { Entry } from '@denba/records/entry';
import type { Contents } from '../../contents/contents.ts';
import { type EntryName, nameOf } from '../../contents/entry-name.ts';
import { addLoose, addSegment } from '../../contents/places.ts';
import { openSegment, segmentPlace } from '../../contents/segment.ts';
import { DRAWERS, drawerOf, labelOf, type Part, partOf, RECENT, type SegmentId } from '../../contents/segment-label.ts';
import type { Progress } from '../../device.ts';
import type { Sealer } from '../../sealing/sealer.ts';
import type { Key, Shelf, Store } from '../../store/store.ts';
import { loosePlace } from '../read-entries.ts';

type Source = {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly contents: Contents<unknown>;
  readonly namesAt: ReadonlyMap<string, readonly EntryName[]>;
  readonly onProgress: Progress;
};

/** Number of records read at once. */
const AT_ONCE = 16;

export async function* readDrawers(source: Source): AsyncGenerator<readonly Entry[]> {
  const { store, onProgress } = source;
  const [loose, segments] = await Promise.all([store.keys('loose'), store.keys('segments')]);
  const total = loose.length + segments.length;
  let done = 0;
  const step = (): void => {
    done += 1;
    onProgress(done, total);
  };
  const dealt = new Map<Part, Entry[]>();
  const deal = (entry: Entry): void => {
    const drawer = drawerOf(entry.family);
    const entries = dealt.get(drawer);
    if (entries === undefined) dealt.set(drawer, [entry]);
    else entries.push(entry);
  };
  for await (const [key, sealed] of records(store, 'loose', loose)) {
    const entry = await readLoose(source, Number(key), sealed);
    if (entry !== null) deal(entry);
    step();
  }
  const ids = segments.map(String);
  const inPart = (part: Part): readonly SegmentId[] => ids.filter((id) => partOf(id) === part);
  for await (const [key, sealed] of records(store, 'segments', inPart(RECENT))) {
    for (const entry of await readSegment(source, String(key), sealed)) deal(entry);
    step();
  }
  for (let drawer = 0; drawer < DRAWERS; drawer += 1) {
    const entries = dealt.get(String(drawer)) ?? [];
    for await (const [key, sealed] of records(store, 'segments', inPart(String(drawer)))) {
      for (const entry of await readSegment(source, String(key), sealed)) entries.push(entry);
      step();
    }
    dealt.delete(String(drawer));
    yield entries;
  }
}

async function* records(store: Store, shelf: Shelf, keys: readonly Key[]) {
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const some = keys.slice(from, from + AT_ONCE);
    const sealed = await store.get(shelf, some);
    for (const [index, key] of some.entries()) yield [key, sealed[index]] as const;
  }
}

const readLoose = async (source: Source, place: number, sealed: unknown): Promise<Entry | null> => {
  const text = await source.sealer.openText(loosePlace(place), sealed);
  if (text === null) {
    noteDamage(source, loosePlace(place));
    return null;
  }
  const entry = JSON.parse(text) as Entry;
  addLoose(source.contents.places, place, nameOf(entry));
  return entry;
};

const readSegment = async (source: Source, id: SegmentId, sealed: unknown): Promise<readonly Entry[]> => {
  const lines = await openSegment(source.sealer, id, sealed);
  if (lines === null) {
    noteDamage(source, segmentPlace(id));
    return [];
  }
  const entries = lines.map((line) => JSON.parse(line) as Entry);
  addSegment(source.contents.places, labelOf(id, entries.map(nameOf)));
  return entries;
};

/** Keeps what the last table of contents, index or journal said about the entries in the damaged place. */
const noteDamage = ({ contents, namesAt }: Source, place: string): void => {
  contents.damage.set(place, contents.damage.get(place) ?? namesAt.get(place) ?? null);
};
