/** New entries, from here or elsewhere, one by one on the shelf, with the rows that they change, in one transaction. */
import { ok, type Result } from '@denba/quantities/result';
import { type Entry, entryToText } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import { applyJournalRecord } from '../contents/contents.ts';
import { type JournalRecord, putJournalRecord } from '../contents/journal.ts';
import { type Links, link, linkedWith } from '../contents/links.ts';
import type { OwnLog } from '../contents/own-log.ts';
import { nameOf } from '../contents/places.ts';
import type { WriteError } from '../store/store.ts';
import { put } from '../store/store.ts';
import { putStamp } from './catch-up.ts';
import { type OpenStore, remember } from './open-store.ts';
import { projectFamilies } from './project-families.ts';
import { loosePlace, readEntries } from './read-entries.ts';

/** Must run inside `exclusively`, caught up. */
export const addEntries = async <Row>(
  open: OpenStore<Row>,
  entries: readonly Entry[],
  log: OwnLog,
): Promise<Result<void, WriteError>> => {
  const { contents, surroundings, keys } = open;
  const grown: Links = new Map(contents.links);
  const links = entries.flatMap((entry) => {
    const others = open.options.linkedFamilies(entry);
    const group = others.length === 0 ? null : link(grown, [entry.family, ...others]);
    return group === null ? [] : [group];
  });
  const families = linkedWith(
    grown,
    entries.map(({ family }) => family),
  );
  const before = await readEntries(open, families);
  const cards = projectFamilies(open, families, [...before, ...entries]);
  const loose = entries.map((entry, index) => [contents.nextLoose + index, nameOf(entry)] as const);
  const record: JournalRecord<Row> = { log, loose, cards, links };
  const number = contents.journal + 1;
  const written = await surroundings.store.write(
    await Promise.all([
      ...entries.map(async (entry, index) => {
        const place = contents.nextLoose + index;
        return put('loose', place, await keys.sealer.sealText(loosePlace(place), entryToText(entry)));
      }),
      putJournalRecord(keys.sealer, number, record),
      putStamp({ epoch: contents.toc.epoch, journal: number }),
    ]),
    'strict',
  );
  if (!written.ok) return written;
  addToRecent(open, entries);
  open.changed(applyJournalRecord(contents, number, record));
  return ok(undefined);
};

const addToRecent = <Row>(open: OpenStore<Row>, entries: readonly Entry[]): void => {
  for (const family of new Set<FamilyId>(entries.map((entry) => entry.family))) {
    const known = open.recent.get(family);
    if (known === undefined) continue;
    remember(open, family, [...known, ...entries.filter((entry) => entry.family === family)]);
  }
};
