/**
 * Replaces segments (or loose entries) by new segments and rewrites pages: collects the writes that do this in one
 * transaction, and the contents afterwards. Prepared outside the lock, so that nobody waits for it;
 * `commitRearrangement` gives up when another tab has rearranged in the meantime.
 */

import { groupsOf } from '@denba/sync/links';
import { cardsOnPage } from '../contents/cards.ts';
import type { Contents } from '../contents/contents.ts';
import { sealIndexPart } from '../contents/index-part.ts';
import { sealPage } from '../contents/page.ts';
import { addSegment, removeLoose, removeSegment } from '../contents/places.ts';
import type { MadeSegment } from '../contents/segment.ts';
import { type Part, partOf, type SegmentId } from '../contents/segment-label.ts';
import { putStamp } from '../contents/stamp.ts';
import { putToc, type Toc } from '../contents/toc.ts';
import { put, remove, type Write } from '../store/store.ts';
import type { OpenStore } from './open-store.ts';
import { throwWriteError } from './throw-write-error.ts';

export type Rearrangement = {
  readonly segments: readonly MadeSegment[];
  /** Segments that the new ones replace. */
  readonly gone: readonly SegmentId[];
  /** Loose entries that are in the new segments. */
  readonly packed: readonly number[];
  /**
   * The journal up to this record is merged into the pages, and no loose entry that it names may remain on its shelf.
   * `null`: pages and journal stay as they are.
   */
  readonly foldUpTo: number | null;
  /** Damaged places whose entries are stored again. */
  readonly back: readonly string[];
  /** Parts of the index that are rewritten although none of their segments changes. */
  readonly relabel?: readonly Part[];
};

export type Prepared = {
  readonly toc: Toc;
  readonly writes: readonly Write[];
  /** The pages that are written, and how many rows of the journal they now include. */
  readonly folded: { readonly pages: readonly number[]; readonly rows: number };
};

/**
 * Everything that may change meanwhile is read before the first `await`. The pages may include rows newer than
 * `foldUpTo`; applying the later journal records again gives the same rows.
 */
export const prepareRearrangement = async <Row>(
  { contents, keys }: Pick<OpenStore<Row>, 'contents' | 'keys'>,
  { segments, gone, packed, foldUpTo, back, relabel = [] }: Rearrangement,
): Promise<Prepared> => {
  const { sealer } = keys;
  const { toc: before, cards, places, journalFrom, rowsInJournal } = contents;
  const pages = foldUpTo !== null;
  const epoch = before.epoch + 1;
  const dirty = pages ? [...cards.dirty] : [];
  const dirtyCards = dirty.map((page) => [page, cardsOnPage(cards, page)] as const);
  if (pages) cards.dirty.clear();
  const parts = [...new Set([...relabel, ...[...segments.map(({ label }) => label.id), ...gone].map(partOf)])];
  const labels = parts.map((part) => [
    ...[...places.segments.values()].filter(({ id }) => partOf(id) === part && !gone.includes(id)),
    ...segments.flatMap(({ label }) => (partOf(label.id) === part ? [label] : [])),
  ]);
  const toc: Toc = {
    ...before,
    epoch,
    pages: Array.from({ length: pages ? cards.pages.length : before.pages.length }, (_, page) =>
      dirty.includes(page) ? epoch : (before.pages[page] ?? epoch),
    ),
    index: { ...before.index, ...Object.fromEntries(parts.map((part) => [part, epoch])) },
    nextSegment: before.nextSegment + segments.length,
    nextLoose: contents.nextLoose,
    ...(pages ? { rowsUpTo: foldUpTo, log: contents.log, links: groupsOf(contents.links) } : {}),
    damage: [...contents.damage].filter(([place]) => !back.includes(place)),
  };
  const writes: Write[] = [
    ...segments.map(({ label, sealed }) => put('segments', label.id, sealed)),
    ...gone.map((id) => remove('segments', id)),
    ...packed.map((place) => remove('loose', place)),
    await putToc(sealer, toc),
  ];
  for (const [index, part] of parts.entries()) {
    writes.push(put('index', part, await sealIndexPart(sealer, part, epoch, labels[index] ?? [])));
  }
  for (const [page, rows] of dirtyCards) writes.push(put('pages', page, await sealPage(sealer, page, epoch, rows)));
  if (pages) for (let number = journalFrom; number <= foldUpTo; number += 1) writes.push(remove('journal', number));
  return { toc, writes, folded: { pages: dirty, rows: rowsInJournal } };
};

/** Returns whether it was written. If it failed or is outdated, everything stays as it was. */
export const commitRearrangement = <Row>(
  open: OpenStore<Row>,
  rearrangement: Rearrangement,
  prepared: Prepared,
): Promise<boolean> =>
  open.surroundings.exclusively(async () => {
    if (!(await open.catchUp())) return false;
    const { contents, surroundings } = open;
    const { toc, writes, folded } = prepared;
    const current = contents.toc.epoch === toc.epoch - 1;
    const stamp = putStamp({ epoch: toc.epoch, journal: contents.journal });
    const written = current ? await surroundings.store.write([...writes, stamp], 'strict') : null;
    if (written?.ok !== true) {
      for (const page of folded.pages) contents.cards.dirty.add(page);
      if (written !== null && written.error.kind !== 'full') throwWriteError(written);
      return false;
    }
    applyRearrangement(contents, rearrangement, prepared);
    return true;
  });

/** Updates the contents in memory after the write succeeded. */
export const applyRearrangement = <Row>(
  contents: Contents<Row>,
  { segments, gone, packed, foldUpTo }: Rearrangement,
  { toc, folded }: Prepared,
): void => {
  contents.toc = toc;
  for (const id of gone) removeSegment(contents.places, id);
  for (const { label } of segments) addSegment(contents.places, label);
  for (const place of packed) removeLoose(contents.places, place);
  if (foldUpTo === null) return;
  contents.journalFrom = foldUpTo + 1;
  contents.rowsInJournal -= folded.rows;
};
