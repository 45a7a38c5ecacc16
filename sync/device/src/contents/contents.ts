/**
 * What an unlocked device holds in memory: rows, places of entries, the end of its log. Read once at unlock, then kept
 * in step with every write, those of other tabs included.
 */
import type { FamilyId } from '@denba/records/ids';
import type { StoreProblem } from '../device.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Store, StoredRecord } from '../store/store.ts';
import { type Cards, changeCards, noCards, rootOf, type StoredCard, setCard } from './cards.ts';
import { type JournalRecord, openJournalRecord } from './journal.ts';
import { type Links, link } from './links.ts';
import type { OwnLog } from './own-log.ts';
import { addLoose, noPlaces, type Places } from './places.ts';
import { openToc, type Toc } from './toc.ts';

export type Contents<Row> = {
  toc: Toc;
  /** The last journal record that is counted in. */
  journal: number;
  log: OwnLog;
  nextLoose: number;
  nextSegment: number;
  cards: Cards<Row>;
  links: Links;
  places: Places;
  readonly problems: Map<string, StoreProblem>;
};

export const contentsOf = <Row>(toc: Toc): Contents<Row> => {
  const links: Links = new Map();
  for (const group of toc.links) link(links, group);
  return {
    toc,
    journal: toc.rowsUpTo,
    log: toc.log,
    nextLoose: toc.nextLoose,
    nextSegment: toc.nextSegment,
    cards: noCards(),
    links,
    places: noPlaces(),
    problems: new Map(),
  };
};

export type StoredContents = Readonly<Record<'state' | 'pages' | 'journal', readonly StoredRecord[]>>;

export const readStoredContents = (store: Store): Promise<StoredContents> => store.all(['state', 'pages', 'journal']);

/** `null`: something is missing, damaged or of another row version, and all of it is to be made again. */
export const loadContents = async <Row>(
  sealer: Sealer,
  rowVersion: string,
  stored: StoredContents,
): Promise<Contents<Row> | null> => {
  const toc = await openToc(sealer, new Map(stored.state).get('toc'));
  if (toc === null || toc.rowVersion !== rowVersion) return null;
  const contents = contentsOf<Row>(toc);
  const sealedPages = new Map(stored.pages);
  const [pages, journal] = await Promise.all([
    Promise.all(toc.pages.map((version, page) => openPage<Row>(sealer, page, version, sealedPages.get(page)))),
    openJournal<Row>(sealer, stored.journal),
  ]);
  if (journal === null) return null;
  for (const [page, cards] of pages.entries()) {
    if (cards === null) return null;
    for (const card of cards) setCard(contents.cards, card, page);
  }
  contents.cards.dirty.clear();
  for (const [number, record] of journal) applyJournalRecord(contents, number, record);
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

/** Counts a record in: the places of its entries always, its rows when the pages do not have them yet. */
export const applyJournalRecord = <Row>(
  contents: Contents<Row>,
  number: number,
  record: JournalRecord<Row>,
): ReadonlySet<FamilyId> => {
  const changed = new Set<FamilyId>();
  for (const [place, name] of record.loose) {
    addLoose(contents.places, place, name);
    changed.add(name[0]);
    contents.nextLoose = Math.max(contents.nextLoose, place + 1);
  }
  if (number <= contents.toc.rowsUpTo) return changed;
  for (const group of record.links) link(contents.links, group);
  changeCards(contents.cards, record.cards);
  contents.log = record.log;
  contents.journal = number;
  for (const root of record.cards.gone) changed.add(root);
  for (const [root, families] of record.cards.set) for (const family of [root, ...families]) changed.add(family);
  for (const family of [...changed]) changed.add(rootOf(contents.cards, family));
  return changed;
};

/** Rows of a page, in the version that is current. */
export const pagePlace = (page: number, version: number): string => `pages/${page}/${version}`;

const openPage = async <Row>(
  sealer: Sealer,
  page: number,
  version: number,
  sealed: unknown,
): Promise<readonly StoredCard<Row>[] | null> => {
  const text = await sealer.openText(pagePlace(page, version), sealed);
  return text === null ? null : (JSON.parse(text) as readonly StoredCard<Row>[]);
};
