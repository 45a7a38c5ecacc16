/** The end of this device's own log, and its clock. */
import { type Entry, hashEntry } from '@denba/records/entry';
import { emptyLog, type LogHead } from '@denba/records/entry-log';
import { clockAfter, type HybridClock, newClock, receive } from '@denba/records/hybrid-clock';
import type { DeviceId } from '@denba/records/ids';

export type OwnLog = { readonly head: LogHead; readonly clock: HybridClock };

export const newOwnLog = (device: DeviceId): OwnLog => ({ head: emptyLog(device), clock: newClock });

/**
 * The log after an entry of this device that was restored or received: the next entry is chained to the latest of them.
 */
export const logAfter = (log: OwnLog, entry: Entry): OwnLog => {
  if (entry.device !== log.head.device || entry.seq <= log.head.seq) return log;
  const { device, seq } = entry;
  const time = clockAfter(entry.recordedAt);
  const later = time.ms > log.clock.ms || (time.ms === log.clock.ms && time.counter > log.clock.counter);
  return { head: { device, seq, hash: hashEntry(entry) }, clock: later ? time : log.clock };
};

/** Our clock does not follow an entry that is further ahead of it than this. */
const MOST_AHEAD_MS = 86_400_000;

/** The log after receiving an entry of any device: entries recorded here afterwards get a later time. */
export const heard = ({ head, clock }: OwnLog, { recordedAt }: Entry, wallMs: number): OwnLog => ({
  head,
  clock: receive(clock, recordedAt, wallMs, MOST_AHEAD_MS).clock,
});
