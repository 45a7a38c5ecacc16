/** Contents as they were left: table of contents, pages, index, and the journal of what was saved since. */
import type { Sealer } from '../sealing/sealer.ts';
import type { Store, StoredRecord } from '../store/store.ts';
import { setCard } from './cards.ts';
import { applyJournalRecord, type Contents, contentsOf } from './contents.ts';
import { setAside } from './damage.ts';
import { openIndexPart } from './index-part.ts';
import { type JournalRecord, openJournalRecord } from './journal.ts';
import { openPage } from './page.ts';
import { addSegment } from './places.ts';
import { openToc } from './toc.ts';

const CACHED = ['state', 'pages', 'index', 'journal'] as const;

export type StoredContents = Readonly<Record<(typeof CACHED)[number], readonly StoredRecord[]>>;

export const readStoredContents = (store: Store): Promise<StoredContents> => store.all(CACHED);

/** `null`: something is missing, damaged or of another row version, and all of it is to be made again. */
export const loadContents = async <Row>(
  sealer: Sealer,
  rowVersion: string,
  stored: StoredContents,
): Promise<Contents<Row> | null> => {
  const toc = await openToc(sealer, new Map(stored.state).get('toc'));
  if (toc === null || toc.rowVersion !== rowVersion) return null;
  const contents = contentsOf<Row>(toc);
  const [sealedPages, sealedParts] = [new Map(stored.pages), new Map(stored.index)];
  const [pages, parts, journal] = await Promise.all([
    Promise.all(toc.pages.map((version, page) => openPage<Row>(sealer, page, version, sealedPages.get(page)))),
    Promise.all(
      Object.entries(toc.index).map(([part, version]) => openIndexPart(sealer, part, version, sealedParts.get(part))),
    ),
    openJournal<Row>(sealer, stored.journal),
  ]);
  if (journal === null) return null;
  for (const [page, cards] of pages.entries()) {
    if (cards === null) return null;
    for (const card of cards) setCard(contents.cards, card, page);
  }
  contents.cards.dirty.clear();
  for (const part of parts) {
    if (part === null) return null;
    for (const label of part) addSegment(contents.places, label);
  }
  for (const [number, record] of journal) applyJournalRecord(contents, number, record);
  for (const place of contents.damage.keys()) setAside(contents.damage, contents.places, place);
  return contents;
};

export type NumberedRecord<Row> = readonly [number: number, record: JournalRecord<Row>];

/** `null` when one of them cannot be read. */
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
