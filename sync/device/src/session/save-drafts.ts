/**
 * Saves drafts as entries of this device's log; they are on disk together with their rows before the caller is told.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { type Entry, entryToText } from '@denba/records/entry';
import { appendEntry } from '@denba/records/entry-log';
import { tick } from '@denba/records/hybrid-clock';
import { entryId, facilityId } from '@denba/records/ids';
import type { RecordError } from '@denba/records/record-error';
import { linkedWith } from '@denba/sync/links';
import type { OwnLog } from '../contents/own-log.ts';
import type { Centre, DeviceUser, SaveDraft, SaveError } from '../device.ts';
import { addEntries, readSurrounding, type WrittenEntry } from './add-entries.ts';
import type { OpenStore } from './open-store.ts';
import { readEntries } from './read-entries.ts';
import { sealedValuePlace } from './sealed-values.ts';

export type Author = { readonly user: DeviceUser; readonly centre: Centre };

export const saveDrafts = async <Row>(
  open: OpenStore<Row>,
  author: Author,
  drafts: readonly SaveDraft[],
  filled: string | null,
): Promise<Result<readonly Entry[], SaveError>> => {
  // Filled into the cache before the lock is taken, so that the lock is held for less time.
  await readEntries(open, linkedWith(open.contents.links, familiesNamed(open, drafts)));
  return open.surroundings.exclusively(async () => {
    if (!(await open.catchUp())) return err({ kind: 'locked' });
    const made = appendDrafts(open, author, drafts);
    if (!made.ok) return err({ kind: 'invalid', errors: made.error });
    const { written, log } = made.value;
    const entries = written.map(({ entry }) => entry);
    const gone = filled === null ? [] : [await sealedValuePlace(open.keys, 'draft', filled)];
    const added = await addEntries(open, await readSurrounding(open, entries), written, log, gone);
    if (!added.ok) return added;
    for (const place of gone) open.contents.problems.delete(place);
    return ok(entries);
  });
};

const familiesNamed = <Row>({ options }: OpenStore<Row>, drafts: readonly SaveDraft[]) =>
  drafts.flatMap((draft) => [draft.family, ...options.linkedFamilies(draft)]);

const appendDrafts = <Row>(
  { options, contents }: OpenStore<Row>,
  { user, centre }: Author,
  drafts: readonly SaveDraft[],
): Result<{ readonly written: readonly WrittenEntry[]; readonly log: OwnLog }, readonly RecordError[]> => {
  let log = contents.log;
  const written: WrittenEntry[] = [];
  for (const draft of drafts) {
    const { clock, time } = tick(log.clock, options.wallMs());
    const appended = appendEntry(log.head, {
      ...draft,
      id: entryId(options.newId()),
      author: user.id,
      facility: facilityId(centre.id),
      recordedAt: time,
    });
    if (!appended.ok) return err(appended.error);
    // A copy, so that changing the draft afterwards does not change the entry.
    const text = entryToText(appended.value.entry);
    written.push({ entry: JSON.parse(text) as Entry, text });
    log = { head: appended.value.log, clock };
  }
  return ok({ written, log });
};
