/**
 * What an unlocked device holds in memory: rows, places of entries, the end of its log. Updated with every write, those
 * of other tabs included.
 */
import type { FamilyId } from '@denba/records/ids';
import { type Links, link } from '@denba/sync/links';
import type { StoreProblem } from '../store-report.ts';
import { type Cards, changeCards, noCards, rootOf } from './cards.ts';
import type { Damage } from './damage.ts';
import { damageProblems } from './damage.ts';
import type { JournalRecord } from './journal.ts';
import type { OwnLog } from './own-log.ts';
import { addLoose, noPlaces, type Places } from './places.ts';
import type { Toc } from './toc.ts';

export type Contents<Row> = {
  toc: Toc;
  /** Number of the last journal record that is applied. */
  journal: number;
  /** Number of the first journal record that is still stored. */
  journalFrom: number;
  /** Number of rows that are in the journal but not yet in the pages. */
  rowsInJournal: number;
  log: OwnLog;
  nextLoose: number;
  cards: Cards<Row>;
  links: Links;
  places: Places;
  damage: Damage;
  /** Problems by place, except damaged entries, which are in `damage`. */
  readonly problems: Map<string, StoreProblem>;
};

/** The contents according to the table of contents alone, before pages, index and journal are applied. */
export const contentsOf = <Row>(toc: Toc): Contents<Row> => {
  const links: Links = new Map();
  for (const group of toc.links) link(links, group);
  return {
    toc,
    journal: toc.rowsUpTo,
    journalFrom: toc.rowsUpTo + 1,
    rowsInJournal: 0,
    log: toc.log,
    nextLoose: toc.nextLoose,
    cards: noCards(),
    links,
    places: noPlaces(),
    damage: new Map(toc.damage),
    problems: new Map(),
  };
};

export const problemsOf = <Row>({ damage, problems }: Contents<Row>): readonly StoreProblem[] => [
  ...damageProblems(damage),
  ...problems.values(),
];

/**
 * Applies a journal record: the places of its entries always, its rows only when the pages do not have them yet.
 * Returns the families that changed.
 */
export const applyJournalRecord = <Row>(
  contents: Contents<Row>,
  number: number,
  record: JournalRecord<Row>,
): ReadonlySet<FamilyId> => {
  const changed = new Set<FamilyId>();
  contents.journalFrom = Math.min(contents.journalFrom, number);
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
  contents.rowsInJournal += record.cards.set.length;
  for (const root of record.cards.gone) changed.add(root);
  for (const [root, families] of record.cards.set) for (const family of [root, ...families]) changed.add(family);
  for (const family of [...changed]) changed.add(rootOf(contents.cards, family));
  return changed;
};
