/**
 * Adds new entries, of this device or others, with the rows that they change, in one transaction: singly on the shelf
 * `loose` when they are few, as segments when they are many.
 */
import { groupedBy } from '@denba/quantities/grouped-by';
import { ok, type Result } from '@denba/quantities/result';
import type { Entry } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import { type Links, link, linkedWith } from '@denba/sync/links';
import { applyJournalRecord } from '../contents/contents.ts';
import { readPlace, recovered } from '../contents/damage.ts';
import { nameOf } from '../contents/entry-name.ts';
import { type JournalRecord, putJournalRecord } from '../contents/journal.ts';
import type { OwnLog } from '../contents/own-log.ts';
import { addSegment } from '../contents/places.ts';
import type { EntryLine, MadeSegment } from '../contents/segment.ts';
import { putStamp } from '../contents/stamp.ts';
import { utf8 } from '../sealing/bytes.ts';
import { put, remove, type Write, type WriteError } from '../store/store.ts';
import { makeSegments } from './make-segments.ts';
import { type OpenStore, remember } from './open-store.ts';
import { projectFamilies } from './project-families.ts';
import { loosePlace, readEntries } from './read-entries.ts';
import { type Prepared, prepareRearrangement } from './rearrange.ts';

/** From this number on, entries that are added together are stored as segments at once. */
export const SEGMENT_FROM = 128;

/** The families that new entries concern, the links that the entries add, and the entries stored before. */
export type Surrounding = {
  readonly families: readonly FamilyId[];
  readonly links: readonly (readonly FamilyId[])[];
  readonly before: readonly Entry[];
};

/** Must be called inside `exclusively`, after `catchUp`. */
export const readSurrounding = async <Row>(open: OpenStore<Row>, entries: readonly Entry[]): Promise<Surrounding> => {
  const grown: Links = new Map(open.contents.links);
  const links = entries.flatMap((entry) => {
    const others = open.options.linkedFamilies(entry);
    const group = others.length === 0 ? null : link(grown, [entry.family, ...others]);
    return group === null ? [] : [group];
  });
  const families = linkedWith(
    grown,
    entries.map(({ family }) => family),
  );
  return { families, links, before: await readEntries(open, families, { alone: true }) };
};

/** An entry, and its canonical text, which is hashed and stored. */
export type WrittenEntry = { readonly entry: Entry; readonly text: string };

/** An addition that is computed and sealed, but not yet written. */
export type Addition<Row> = {
  readonly added: readonly WrittenEntry[];
  readonly families: readonly FamilyId[];
  readonly number: number;
  readonly record: JournalRecord<Row>;
  readonly segments: readonly MadeSegment[];
  /** Damaged places whose entries are restored by this addition. */
  readonly back: readonly string[];
  readonly rearrangement: Prepared | null;
  readonly writes: readonly Write[];
};

/**
 * Returns a function that tells whether the contents are still those of this moment: nothing was added or rearranged by
 * this tab, or by another tab as far as `catchUp` has heard of it.
 */
export const watchContents = <Row>(open: OpenStore<Row>): (() => boolean) => {
  const { contents, additions } = open;
  const { toc } = contents;
  return () => open.contents === contents && open.additions === additions && contents.toc === toc;
};

/**
 * Computes and seals an addition. It may be written only while the contents do not change (`watchContents`). `added`
 * must contain no entry of `before`.
 */
export const prepareAddition = async <Row>(
  open: OpenStore<Row>,
  { families, links, before }: Surrounding,
  added: readonly WrittenEntry[],
  log: OwnLog,
): Promise<Addition<Row>> => {
  const { contents, keys } = open;
  const { sealer } = keys;
  const lines = added.map(({ entry, text }): EntryLine => ({ name: nameOf(entry), text }));
  const many = lines.length >= SEGMENT_FROM;
  // They are compressed elsewhere while the families are folded here.
  const sealing = many ? makeSegments(open, lines) : [];
  const cards = projectFamilies(open, families, [...before, ...added.map(({ entry }) => entry)]);
  const loose = many ? [] : lines.map(({ name }, index) => [contents.nextLoose + index, name] as const);
  const number = contents.journal + 1;
  const record: JournalRecord<Row> = { log, loose, cards, links };
  const back = recovered(
    contents.damage,
    contents.places,
    lines.map(({ name }) => name),
  );
  const segments = await sealing;
  const rearrangement =
    segments.length + back.length === 0
      ? null
      : await prepareRearrangement(open, { segments, gone: [], packed: [], foldUpTo: null, back });
  const writes = await Promise.all<Write>([
    ...loose.map(async ([place], index) =>
      // Not compressed, because the health worker waits for it; it is compressed when it is packed into a segment.
      put('loose', place, await sealer.seal(loosePlace(place), utf8(lines[index]?.text ?? ''))),
    ),
    ...(rearrangement?.writes ?? []),
    ...back.map(removePlace),
    putJournalRecord(sealer, number, record),
    putStamp({ epoch: rearrangement?.toc.epoch ?? contents.toc.epoch, journal: number }),
  ]);
  return { added, families, number, record, segments, back, rearrangement, writes };
};

/**
 * Must be called inside `exclusively`, after `catchUp`, with an addition that was prepared for the current contents.
 * `gone`: places to delete in the same transaction.
 */
export const writeAddition = async <Row>(
  open: OpenStore<Row>,
  { added, families, number, record, segments, back, rearrangement, writes }: Addition<Row>,
  gone: readonly string[] = [],
): Promise<Result<void, WriteError>> => {
  const { contents, surroundings } = open;
  const written = await surroundings.store.write([...writes, ...gone.map(removePlace)], 'strict');
  if (!written.ok) return written;
  open.additions += 1;
  if (rearrangement !== null) contents.toc = rearrangement.toc;
  for (const { label } of segments) addSegment(contents.places, label);
  for (const place of back) contents.damage.delete(place);
  addToRecent(open, added);
  const changed = applyJournalRecord(contents, number, record);
  open.changed(new Set([...changed, ...families]));
  return ok(undefined);
};

const removePlace = (place: string): Write => {
  const { shelf, key } = readPlace(place);
  return remove(shelf, shelf === 'loose' ? Number(key) : key);
};

const addToRecent = <Row>(open: OpenStore<Row>, added: readonly WrittenEntry[]): void => {
  for (const [family, own] of groupedBy(added, ({ entry }) => entry.family)) {
    const known = open.recent.get(family);
    // The cache gets its own copy, so that callers cannot change it.
    if (known !== undefined) remember(open, family, [...known, ...own.map(({ text }) => JSON.parse(text) as Entry)]);
  }
};
