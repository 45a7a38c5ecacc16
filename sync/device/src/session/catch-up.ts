/** Applies what other tabs have written: called before each write, and when another tab reports a change. */
import type { FamilyId } from '@denba/records/ids';
import { applyJournalRecord } from '../contents/contents.ts';
import { loadContents, openJournal, readStoredContents } from '../contents/load-contents.ts';
import { readStamp } from '../contents/stamp.ts';
import { openToc } from '../contents/toc.ts';
import type { OpenStore } from './open-store.ts';
import { rebuildContents } from './rebuild/rebuild-contents.ts';

/**
 * Must be called inside `exclusively`. Tells listeners what changed. Returns `false` when this session cannot continue.
 */
export const catchUp = async <Row>(open: OpenStore<Row>): Promise<boolean> => {
  const { contents, surroundings } = open;
  const stamp = await readStamp(surroundings.store);
  if (stamp?.epoch === contents.toc.epoch && stamp.journal === contents.journal) return true;
  const changed = stamp?.epoch === contents.toc.epoch ? await readJournal(open) : null;
  const families = changed ?? (await readAgain(open));
  if (families === null) return false;
  open.additions += 1;
  for (const family of families) open.recent.delete(family);
  open.changed(families);
  return true;
};

/** Returns `null` when a journal record cannot be read. */
const readJournal = async <Row>({ contents, surroundings, keys }: OpenStore<Row>) => {
  const { journal } = await surroundings.store.all(['journal']);
  const news = journal.filter(([key]) => typeof key === 'number' && key > contents.journal);
  const records = await openJournal<Row>(keys.sealer, news);
  if (records === null) return null;
  const changed = new Set<FamilyId>();
  for (const [number, record] of records) {
    for (const family of applyJournalRecord(contents, number, record)) changed.add(family);
  }
  return changed;
};

/**
 * Loads everything again after pages or index were written: it is unknown what changed, so all families are returned.
 * Returns `null` when the contents are of another row version: two versions of the app must not keep rebuilding each
 * other's rows.
 */
const readAgain = async <Row>(open: OpenStore<Row>): Promise<ReadonlySet<FamilyId> | null> => {
  const { contents: before, surroundings, keys, options } = open;
  const stored = await readStoredContents(surroundings.store);
  const toc = await openToc(keys.sealer, new Map(stored.state).get('toc'));
  if (toc !== null && toc.rowVersion !== options.rowVersion) return null;
  const loaded = await loadContents<Row>(keys.sealer, options.rowVersion, stored);
  const contents = loaded ?? (await rebuildContents(open, stored, before.log.head.device, () => {}));
  for (const [place, problem] of before.problems) contents.problems.set(place, problem);
  open.contents = contents;
  return new Set([...before.places.ofFamily.keys(), ...contents.places.ofFamily.keys()]);
};
