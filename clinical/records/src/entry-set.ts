/**
 * Entries as a grow-only set keyed by device and sequence number: the same entry sent twice, in any order, by any road,
 * gives the same set. Nothing is ever removed. Two different entries under one key (a fork, see `verifyLog`) are both
 * kept.
 *
 * Laws, which every store and every road must keep: merging is commutative, associative and idempotent.
 */
import { compareEntries, type Entry, entryToText } from './entry.ts';
import type { DeviceId } from './ids.ts';

/** Keys are `device#seq`; the entries under one key are in the order of `compareEntries`. */
export type EntrySet = ReadonlyMap<string, readonly Entry[]>;

export const emptyEntrySet: EntrySet = new Map();

export const entrySet = (entries: Iterable<Entry>): EntrySet => addEntries(emptyEntrySet, entries);

export const addEntries = (set: EntrySet, entries: Iterable<Entry>): EntrySet => {
  const grown = new Map(set);
  for (const entry of entries) {
    const key = `${entry.device}#${entry.seq}`;
    const present = grown.get(key);
    if (present === undefined) grown.set(key, [entry]);
    else if (!present.some((other) => sameEntry(other, entry))) {
      grown.set(key, [...present, entry].sort(compareEntries));
    }
  }
  return grown;
};

export const mergeEntrySets = (a: EntrySet, b: EntrySet): EntrySet =>
  a.size >= b.size ? addEntries(a, entriesOf(b)) : addEntries(b, entriesOf(a));

/** All entries, in the order in which they are folded. */
export const entriesOf = (set: EntrySet): readonly Entry[] => [...set.values()].flat().sort(compareEntries);

/** The highest sequence number up to which nothing of the device is missing: what a receiver acknowledges. */
export const acknowledgedSeq = (set: EntrySet, device: DeviceId): number => {
  let seq = 0;
  while (set.has(`${device}#${seq + 1}`)) seq += 1;
  return seq;
};

const sameEntry = (a: Entry, b: Entry): boolean => a === b || entryToText(a) === entryToText(b);
