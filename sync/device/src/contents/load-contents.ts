/** Loads the contents as they were stored: table of contents, pages, index, and the journal of later saves. */
import type { Sealer } from '../sealing/sealer.ts';
import type { Store, StoredRecord } from '../store/store.ts';
import { setCard } from './cards.ts';
import { applyJournalRecord, type Contents, contentsOf } from './contents.ts';
import { setAside } from './damage.ts';
import { openIndexPart } from './index-part.ts';
import { type JournalRecord, openJournalRecord } from './journal.ts';
import { openPage } from './page.ts';
import { addSegment } from './places.ts';
import { readStamp, type Stamp } from './stamp.ts';
import { openToc } from './toc.ts';

const CACHED = ['state', 'pages', 'index', 'journal'] as const;

export type StoredContents = Readonly<Record<(typeof CACHED)[number], readonly StoredRecord[]>> & {
  readonly stamp: Stamp | null;
};

/**
 * Reads the stamp first: contents newer than their stamp are only read once more, but contents older than it would be
 * taken for current.
 */
export const readStoredContents = async (store: Store): Promise<StoredContents> => {
  const stamp = await readStamp(store);
  return { ...(await store.all(CACHED)), stamp };
};

/** Returns `null` when something is missing, damaged or of another row version: all of it must then be rebuilt. */
export const loadContents = async <Row>(
  sealer: Sealer,
  rowVersion: string,
  stored: StoredContents,
): Promise<Contents<Row> | null> => {
  const toc = await openToc(sealer, new Map(stored.state).get('toc'));
  if (toc === null || toc.rowVersion !== rowVersion) return null;
  const contents = contentsOf<Row>(toc);
  const [sealedPages, sealedParts] = [new Map(stored.pages), new Map(stored.index)];
  const pages = fewAtOnce(toc.pages, (version, page) => openPage<Row>(sealer, page, version, sealedPages.get(page)));
  for await (const [cards, page] of pages) {
    if (cards === null) return null;
    for (const card of cards) setCard(contents.cards, card, page);
  }
  contents.cards.dirty.clear();
  const parts = fewAtOnce(Object.entries(toc.index), ([part, version]) =>
    openIndexPart(sealer, part, version, sealedParts.get(part)),
  );
  for await (const [part] of parts) {
    if (part === null) return null;
    for (const label of part) addSegment(contents.places, label);
  }
  const journal = await openJournal<Row>(sealer, stored.journal);
  if (journal === null) return null;
  for (const [number, record] of journal) applyJournalRecord(contents, number, record);
  for (const place of contents.damage.keys()) setAside(contents.damage, contents.places, place);
  return contents;
};

const AT_ONCE = 4;

/**
 * Opens a few items ahead and yields them one by one: the browser decrypts meanwhile, and the page can respond in
 * between.
 */
async function* fewAtOnce<Item, Opened>(
  items: readonly Item[],
  open: (item: Item, index: number) => Promise<Opened>,
): AsyncGenerator<readonly [opened: Opened, index: number]> {
  const ahead = items.slice(0, AT_ONCE).map(open);
  for (const index of items.keys()) {
    const opened = await ahead[index];
    const next = items[index + AT_ONCE];
    if (next !== undefined) ahead.push(open(next, index + AT_ONCE));
    if (opened !== undefined) yield [opened, index];
  }
}

export type NumberedRecord<Row> = readonly [number: number, record: JournalRecord<Row>];

/** Returns `null` when one of the records cannot be read. */
export const openJournal = async <Row>(
  sealer: Sealer,
  stored: readonly StoredRecord[],
): Promise<readonly NumberedRecord<Row>[] | null> => {
  const numbered = stored.flatMap(([key, value]) => (typeof key === 'number' ? [[key, value] as const] : []));
  const records = await Promise.all(
    numbered.map(async ([number, value]) => [number, await openJournalRecord<Row>(sealer, number, value)] as const),
  );
  return records.every((record): record is NumberedRecord<Row> => record[1] !== null) ? records : null;
};
