/**
 * A store in memory: for tests of the app in Node, and as a short specification of what the one on IndexedDB must do.
 */
import { ok } from '@denba/quantities/result';
import { type Key, type Shelf, type Store, type StoredRecord, shelves } from './store.ts';

export const memoryStore = (): Store => {
  const records = new Map<Shelf, Map<Key, unknown>>(shelves.map((shelf) => [shelf, new Map()]));
  const on = (shelf: Shelf): Map<Key, unknown> => records.get(shelf) ?? new Map();
  const sorted = (shelf: Shelf): readonly StoredRecord[] =>
    [...on(shelf)].sort(([a], [b]) => compareKeys(a, b)).map(([key, value]) => [key, copied(value)]);
  return {
    get: async (shelf, keys) => keys.map((key) => copied(on(shelf).get(key))),
    all: async (names) =>
      Object.fromEntries(names.map((name) => [name, sorted(name)])) as Record<
        (typeof names)[number],
        readonly StoredRecord[]
      >,
    keys: async (shelf) => sorted(shelf).map(([key]) => key),
    write: async (writes) => {
      const values = writes.map((write) => (write.kind === 'put' ? copied(write.value) : null));
      for (const [index, { kind, shelf, key }] of writes.entries()) {
        if (kind === 'put') on(shelf).set(key, values[index]);
        else on(shelf).delete(key);
      }
      return ok(undefined);
    },
    close: () => {},
  };
};

/** Copies, so that a change to the caller's object does not change what is stored. */
const copied = (value: unknown): unknown => (value === undefined ? undefined : structuredClone(value));

/** The key order of IndexedDB: numbers, then texts by UTF-16 code unit. */
const compareKeys = (a: Key, b: Key): number => {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
};
