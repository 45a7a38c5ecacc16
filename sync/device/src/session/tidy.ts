/**
 * Tidying in idle time, one step at a time, each in one transaction:
 *
 * 1. loose entries are packed into segments and the journal is merged into the pages, so that unlocking reads little;
 * 2. recent segments are distributed over the drawers, so that a family's entries are stored together;
 * 3. the runs of a drawer are merged into one.
 *
 * As a result, the forty visits of a family are in a handful of segments, and each entry is rewritten only a handful of
 * times.
 */

import { groupedBy } from '@denba/quantities/grouped-by';
import { setAside } from '../contents/damage.ts';
import { type EntryLine, linesIn, openSegment, segmentPlace } from '../contents/segment.ts';
import { type Part, partOf, RECENT, runOf, type SegmentId } from '../contents/segment-label.ts';
import type { Key, Shelf } from '../store/store.ts';
import { SEGMENT_FROM } from './add-entries.ts';
import { dealOverDrawers, makeSegments, sealAll } from './make-segments.ts';
import type { OpenStore } from './open-store.ts';
import { loosePlace } from './read-entries.ts';
import { commitRearrangement, prepareRearrangement, type Rearrangement } from './rearrange.ts';

const MOST_ROWS_IN_JOURNAL = 400;
const MOST_RECENT = 16;
const MOST_RUNS = 4;

/** Does one step, if one is due. Returns whether there may be more. */
export const tidyOnce = async <Row>(open: OpenStore<Row>): Promise<boolean> => {
  const step = nextStep(open);
  if (step === null) return false;
  const rearrangement = await step();
  if (rearrangement === null) return true;
  return commitRearrangement(open, rearrangement, await prepareRearrangement(open, rearrangement));
};

/** Returns `null` when another tab has rearranged in the meantime. */
type Step = () => Promise<Rearrangement | null>;

const nextStep = <Row>(open: OpenStore<Row>): Step | null => {
  const { places, rowsInJournal } = open.contents;
  if (places.loose.size >= SEGMENT_FROM || rowsInJournal >= MOST_ROWS_IN_JOURNAL) return () => pack(open);
  const parts = groupedBy(places.segments.keys(), partOf);
  const recent = parts.get(RECENT) ?? [];
  if (recent.length >= MOST_RECENT) return () => deal(open, recent);
  for (const [part, ids] of parts) {
    if (part !== RECENT && new Set(ids.map(runOf)).size > MOST_RUNS) return () => merge(open, part, ids);
  }
  return null;
};

const pack = async <Row>(open: OpenStore<Row>): Promise<Rearrangement | null> => {
  const { keys, contents } = open;
  const foldUpTo = contents.journal;
  const loose = [...contents.places.loose];
  const sealed = await readAll(
    open,
    'loose',
    loose.map(([place]) => place),
  );
  if (sealed === null) return null;
  const lines: EntryLine[] = [];
  const packed: number[] = [];
  for (const [index, [place, name]] of loose.entries()) {
    const text = await keys.sealer.openText(loosePlace(place), sealed[index]);
    if (text === null) setAside(contents.damage, contents.places, loosePlace(place));
    else {
      lines.push({ name, text });
      packed.push(place);
    }
  }
  return { segments: await makeSegments(open, lines), gone: [], packed, foldUpTo, back: [] };
};

const deal = async <Row>(open: OpenStore<Row>, ids: readonly SegmentId[]): Promise<Rearrangement | null> => {
  const read = await readSegments(open, ids);
  if (read === null) return null;
  const segments = await dealOverDrawers(open, read.lines);
  return { segments, gone: read.gone, packed: [], foldUpTo: null, back: [] };
};

const merge = async <Row>(
  open: OpenStore<Row>,
  part: Part,
  ids: readonly SegmentId[],
): Promise<Rearrangement | null> => {
  const read = await readSegments(open, ids);
  if (read === null) return null;
  const segments = await sealAll(open, new Map([[part, read.lines]]));
  return { segments, gone: read.gone, packed: [], foldUpTo: null, back: [] };
};

/** The lines of these segments. Segments that cannot be read are marked as damaged and stay stored. */
const readSegments = async <Row>(open: OpenStore<Row>, ids: readonly SegmentId[]) => {
  const { keys, contents } = open;
  const sealed = await readAll(open, 'segments', ids);
  if (sealed === null) return null;
  const lines: EntryLine[] = [];
  const gone: SegmentId[] = [];
  for (const [index, id] of ids.entries()) {
    const label = contents.places.segments.get(id);
    const texts = await openSegment(keys.sealer, id, sealed[index]);
    if (label === undefined || texts === null) {
      setAside(contents.damage, contents.places, segmentPlace(id));
      continue;
    }
    gone.push(id);
    for (const line of linesIn(label, texts)) lines.push(line);
  }
  return { lines, gone };
};

/**
 * The records, `undefined` for one that was lost. Returns `null` when another tab has moved them: the step is then
 * outdated.
 */
const readAll = async <Row>(open: OpenStore<Row>, shelf: Shelf, keys: readonly Key[]) => {
  const { epoch } = open.contents.toc;
  const sealed = await open.surroundings.store.get(shelf, keys);
  if (!sealed.includes(undefined)) return sealed;
  const inStep = await open.surroundings.exclusively(() => open.catchUp());
  return inStep && open.contents.toc.epoch === epoch ? sealed : null;
};
