/** Other tabs write too: before writing, and when they say so, what they wrote is counted in. */
import type { FamilyId } from '@denba/records/ids';
import { applyJournalRecord, loadContents, openJournal, readStoredContents } from '../contents/contents.ts';
import { put, type Write } from '../store/store.ts';
import type { OpenStore } from './open-store.ts';

/** Which writing was the last one: read before each write, and cheap. Counters only, so it lies in clear. */
export type Stamp = { readonly epoch: number; readonly journal: number };

export const putStamp = (stamp: Stamp): Write => put('clear', 'stamp', stamp);

/** Must run inside `exclusively`. Gives the families that changed; listeners are told. */
export const catchUp = async <Row>(open: OpenStore<Row>): Promise<void> => {
  const { contents, surroundings, keys, options } = open;
  const [stored] = await surroundings.store.get('clear', ['stamp']);
  const stamp = stored as Stamp | undefined;
  if (stamp === undefined) return;
  if (stamp.epoch === contents.toc.epoch && stamp.journal === contents.journal) return;
  const changed = new Set<FamilyId>();
  if (stamp.epoch === contents.toc.epoch) {
    const { journal } = await surroundings.store.all(['journal']);
    const news = journal.filter(([key]) => typeof key === 'number' && key > contents.journal);
    const records = await openJournal<Row>(keys.sealer, news);
    if (records === null) throw new Error('a record of the journal cannot be read');
    for (const [number, record] of records) {
      for (const family of applyJournalRecord(contents, number, record)) changed.add(family);
    }
  } else {
    const loaded = await loadContents<Row>(
      keys.sealer,
      options.rowVersion,
      await readStoredContents(surroundings.store),
    );
    if (loaded === null) throw new Error('the contents cannot be read');
    open.contents = { ...loaded, problems: contents.problems };
    for (const family of [...contents.cards.byRoot.keys(), ...loaded.cards.byRoot.keys()]) changed.add(family);
  }
  for (const family of changed) open.recent.delete(family);
  open.changed(changed);
};
