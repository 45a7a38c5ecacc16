/** Reads the log of this device from a number on, for the server, and entries of any log by name. */
import type { LogLine } from '@denba/sync/bundle';
import type { NamedLine } from '@denba/sync/courier/judge-family';
import { setAside } from '../contents/damage.ts';
import { openSegment, segmentPlace } from '../contents/segment.ts';
import { namesIn, type SegmentId } from '../contents/segment-label.ts';
import type { OpenStore } from './open-store.ts';
import { loosePlace } from './read-entries.ts';

/**
 * Up to `most` entries after the number `after`, sorted by number. An entry that cannot be read is left out, which
 * shows as a gap in the numbers.
 */
export const readLog = async <Row>(open: OpenStore<Row>, after: number, most: number): Promise<readonly LogLine[]> => {
  const own = open.contents.log.head.device;
  const lines = await readNamed(open, (device, seq) => device === own && seq > after && seq <= after + most);
  const ordered = lines.map(({ seq, text }) => ({ seq, text })).toSorted((a, b) => a.seq - b.seq);
  return ordered.filter(({ seq }, at, all) => seq !== all[at - 1]?.seq);
};

type Wanted = (device: string, seq: number) => boolean;

/** Texts of the wanted entries, unsorted; an entry that is stored in two places is returned twice. */
export const readNamed = async <Row>(open: OpenStore<Row>, wanted: Wanted): Promise<readonly NamedLine[]> =>
  (await linesWhereTheyLie(open, wanted)) ?? (await linesAlone(open, wanted));

/**
 * Records were packed or merged a moment ago, here or in another tab: read again from their new places, while no tab
 * moves anything.
 */
const linesAlone = <Row>(open: OpenStore<Row>, wanted: Wanted): Promise<readonly NamedLine[]> =>
  open.surroundings.exclusively(async () => {
    if (!(await open.catchUp())) throw new Error('the session is locked');
    return (await linesWhereTheyLie(open, wanted)) ?? [];
  });

/** Returns `null` when a record was moved meanwhile. */
const linesWhereTheyLie = async <Row>(open: OpenStore<Row>, wanted: Wanted): Promise<readonly NamedLine[] | null> => {
  const { places, damage } = open.contents;
  const { store } = open.surroundings;
  const { sealer } = open.keys;
  const lines: NamedLine[] = [];
  const loose = [...places.loose].filter(([, [, device, seq]]) => wanted(device, seq));
  const sealedLoose = await store.get(
    'loose',
    loose.map(([place]) => place),
  );
  for (const [at, [place, [, device, seq]]] of loose.entries()) {
    if (sealedLoose[at] === undefined) return null;
    const text = await sealer.openText(loosePlace(place), sealedLoose[at]);
    if (text === null) setAside(damage, places, loosePlace(place));
    else lines.push({ device, seq, text });
  }
  const segments = [...places.segments.values()].flatMap((label) => {
    const own = namesIn(label).flatMap(([, device, seq], line) => (wanted(device, seq) ? [{ line, device, seq }] : []));
    return own.length === 0 ? [] : [{ id: label.id, own }];
  });
  for (let at = 0; at < segments.length; at += AT_ONCE) {
    const some = segments.slice(at, at + AT_ONCE);
    const sealed = await store.get(
      'segments',
      some.map(({ id }) => id),
    );
    if (sealed.includes(undefined)) return null;
    const opened = await Promise.all(some.map(({ id }, index) => openSegment(sealer, id, sealed[index])));
    for (const [index, { id, own }] of some.entries()) {
      const texts = opened[index] ?? null;
      if (texts === null) setAsideSegment(open, id);
      else for (const { line, ...name } of own) lines.push({ ...name, text: standalone(texts[line] ?? '') });
    }
  }
  return lines;
};

const setAsideSegment = <Row>({ contents: { places, damage } }: OpenStore<Row>, id: SegmentId): void => {
  if (places.segments.has(id)) setAside(damage, places, segmentPlace(id));
};

/** How many segments are in memory at one time. */
const AT_ONCE = 16;

/**
 * Copies a line. A substring keeps the whole text of its segment in memory: few lines of many segments would keep all
 * of them.
 */
const standalone = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));
