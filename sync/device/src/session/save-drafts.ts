/**
 * Saves drafts as entries of this device's log; they are on disk together with their rows before the caller is told.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import type { Entry } from '@denba/records/entry';
import { appendEntry } from '@denba/records/entry-log';
import { tick } from '@denba/records/hybrid-clock';
import { entryId, facilityId } from '@denba/records/ids';
import type { RecordError } from '@denba/records/record-error';
import { linkedWith } from '@denba/sync/links';
import type { OwnLog } from '../contents/own-log.ts';
import type { Centre, DeviceUser, SaveDraft, SaveError } from '../device.ts';
import {
  type Addition,
  prepareAddition,
  readSurrounding,
  type WrittenEntry,
  watchContents,
  writeAddition,
} from './add-entries.ts';
import type { OpenStore } from './open-store.ts';
import { readEntries } from './read-entries.ts';
import { sealedValuePlace } from './sealed-values.ts';

export type Author = { readonly user: DeviceUser; readonly centre: Centre };

/**
 * `filled`: key of the half-filled form that is deleted in the same transaction. Nothing is written before `first` has
 * settled.
 */
export const saveDrafts = async <Row>(
  open: OpenStore<Row>,
  author: Author,
  drafts: readonly SaveDraft[],
  filled: string | null,
  first: Promise<unknown>,
): Promise<Result<readonly Entry[], SaveError>> => {
  const families = linkedWith(open.contents.links, familiesNamed(open, drafts));
  // Filled into the cache before the lock is taken, so that the lock is held for less time.
  await readEntries(open, families);
  return open.surroundings.exclusively(async () => {
    const inStep = open.catchUp();
    const isCurrent = watchContents(open);
    // Usually no other tab has written anything: the addition is prepared while that is checked, and again if one has.
    const guess = families.every((family) => open.recent.has(family)) ? prepareSave(open, author, drafts) : null;
    // A guess that is not used may fail without consequence.
    guess?.catch(() => {});
    if (!(await inStep)) return err({ kind: 'locked' });
    const made = await (guess !== null && isCurrent() ? guess : prepareSave(open, author, drafts));
    if (!made.ok) return err({ kind: 'invalid', errors: made.error });
    const gone = filled === null ? [] : [await sealedValuePlace(open.keys, 'draft', filled)];
    await first;
    const saved = await writeAddition(open, made.value, gone);
    if (!saved.ok) return saved;
    for (const place of gone) open.contents.problems.delete(place);
    return ok(made.value.added.map(({ entry }) => entry));
  });
};

/**
 * Computes and seals what has to be written for these drafts. Must be called inside `exclusively`, after `catchUp`, or
 * before it when all families are in memory and the result is checked with `watchContents`.
 */
const prepareSave = async <Row>(
  open: OpenStore<Row>,
  author: Author,
  drafts: readonly SaveDraft[],
): Promise<Result<Addition<Row>, readonly RecordError[]>> => {
  const made = appendDrafts(open, author, drafts);
  if (!made.ok) return made;
  const { written, log } = made.value;
  const surrounding = await readSurrounding(
    open,
    written.map(({ entry }) => entry),
  );
  return ok(await prepareAddition(open, surrounding, written, log));
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
    const { text } = appended.value;
    written.push({ entry: JSON.parse(text) as Entry, text });
    log = { head: appended.value.log, clock };
  }
  return ok({ written, log });
};
