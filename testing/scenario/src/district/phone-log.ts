/** Turns notes into the log of a phone: numbered, chained, dated by its clock, and received when it met the server. */
import type { Entry, EntryHash } from '@denba/records/entry';
import { appendEntry, emptyLog, type LogHead } from '@denba/records/entry-log';
import { type HybridClock, newClock, tick } from '@denba/records/hybrid-clock';
import { deviceId } from '@denba/records/ids';
import type { Note } from './family-story.ts';

export type Received = {
  readonly entry: Entry;
  readonly hash: EntryHash;
  /** When the server received it, in milliseconds since 1970. */
  readonly receivedMs: number;
};

/**
 * `meetings`: the times at which the phone met the server, ascending. Notes recorded after the last one are not
 * received.
 */
export const chain = (phone: string, notes: readonly Note[], meetings: readonly number[]): readonly Received[] => {
  let log: LogHead = emptyLog(deviceId(phone));
  let clock: HybridClock = newClock;
  let next = 0;
  const received: Received[] = [];
  for (const { phone: _phone, ms, ...said } of notes.toSorted((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : 1))) {
    while ((meetings[next] ?? Number.POSITIVE_INFINITY) < ms) next += 1;
    const receivedMs = meetings[next];
    if (receivedMs === undefined) break;
    const ticked = tick(clock, ms);
    clock = ticked.clock;
    const appended = appendEntry(log, { ...said, recordedAt: ticked.time });
    if (!appended.ok) throw new Error(`${said.form}: ${appended.error.map(({ message }) => message.en).join(' ')}`);
    log = appended.value.log;
    // The head of a log is the hash of its last entry.
    if (log.hash === null) throw new Error('a log with an entry has no hash');
    received.push({ entry: appended.value.entry, hash: log.hash, receivedMs });
  }
  return received;
};
