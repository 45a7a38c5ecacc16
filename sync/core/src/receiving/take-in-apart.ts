/**
 * Receives entries of a phone that was reported lost, which were quarantined until somebody vouched for them. They are
 * judged as in a bundle, with one difference: the entries before them may never come, so a gap does not hold them up.
 * The `prev` of an entry after a gap is not checked, as after an entry that could not be read.
 */
import type { EntryHash } from '@denba/records/entry';
import { admit, type HashEntryText, type KnownLog, type Verdict } from '../admit.ts';
import type { LogLine } from '../bundle.ts';
import type { Fold } from './fold-families.ts';
import { auditOfJoining, joinRecord } from './join-record.ts';
import type { Sender } from './receive-bundle.ts';
import type { Kept, ReceivingStore } from './receiving-store.ts';

type Given<Row extends Kept> = {
  readonly store: ReceivingStore<Row>;
  readonly fold: Fold | null;
  readonly hash: HashEntryText;
};

/** `lines`: sorted by number. Returns one verdict per line, in the same order. */
export const takeInApart = async <Row extends Kept>(
  { store, fold, hash }: Given<Row>,
  { device, place, facilities, broughtBy = null }: Sender,
  lines: readonly LogLine[],
): Promise<readonly Verdict[]> => {
  const [first, last] = [lines[0]?.seq ?? 1, lines.at(-1)?.seq ?? 1];
  const log = await store.lockLog(place, device);
  const here = new Map(await store.hashesOf(place, device, first - 1, last - first + 2));
  const verdicts = lines.map(({ seq, text }) => {
    const known = here.get(seq);
    const at: KnownLog =
      known === undefined
        ? { acknowledged: seq - 1, head: hashBefore(seq, here, log) }
        : { acknowledged: seq, head: known };
    const question = { log: at, places: facilities, earlier: () => known ?? null, hash };
    const verdict = admit({ head: { device, from: seq }, lines: [text] }, question)?.verdicts[0];
    if (verdict === undefined) throw new Error('one line was asked about, and none was judged');
    if (verdict.kind === 'joins') here.set(seq, verdict.hash);
    return verdict;
  });
  const joining = verdicts.filter((verdict) => verdict.kind === 'joins');
  await joinRecord({ store, fold }, place, joining);
  await store.acknowledge(place, device, reached(log, lines, here));
  await store.audit(place, auditOfJoining(device, { broughtBy }, joining));
  return verdicts;
};

/** `null`: there is no entry before it, or its hash is unknown. */
const hashBefore = (seq: number, here: ReadonlyMap<number, EntryHash>, log: KnownLog): EntryHash | null =>
  here.get(seq - 1) ?? (seq - 1 === log.acknowledged ? log.head : null);

/**
 * Acknowledges the log as far as no number is missing: everything up to there is kept, in the record or in quarantine.
 */
const reached = (log: KnownLog, lines: readonly LogLine[], here: ReadonlyMap<number, EntryHash>): KnownLog =>
  lines.reduce(
    (known, { seq }) => (seq === known.acknowledged + 1 ? { acknowledged: seq, head: here.get(seq) ?? null } : known),
    log,
  );
