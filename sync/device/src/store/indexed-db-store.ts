/** The store on IndexedDB. One database per name; version 1 of its schema. */
import { err, ok, type Result } from '@denba/quantities/result';
import { type IDBPDatabase, openDB } from 'idb';
import { type Store, type StoredRecord, shelves, type Write, type WriteError } from './store.ts';

const LAYOUT = 1;

/** Creates the database when it does not exist. */
export const indexedDbStore = async (name: string): Promise<Store> => {
  let connection: Promise<IDBPDatabase> | null = connect(name, 'make', forget);
  function forget(): void {
    connection = null;
  }
  /**
   * A database that existed and is gone (the browser or somebody deleted it) must never be silently created again as an
   * empty one.
   */
  const database = (): Promise<IDBPDatabase> => {
    connection ??= connect(name, 'find', forget);
    return connection;
  };
  await connection;
  return {
    get: async (shelf, keys) => {
      if (keys.length === 0) return [];
      const store = (await database()).transaction(shelf).store;
      return Promise.all(keys.map((key) => store.get(key)));
    },
    all: async (names) => {
      const transaction = (await database()).transaction([...names]);
      const read = await Promise.all(
        names.map(async (shelf): Promise<readonly [string, readonly StoredRecord[]]> => {
          const store = transaction.objectStore(shelf);
          const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
          return [shelf, keys.map((key, index) => [key as string | number, values[index]])];
        }),
      );
      return Object.fromEntries(read) as Record<(typeof names)[number], readonly StoredRecord[]>;
    },
    keys: async (shelf) => (await (await database()).getAllKeys(shelf)) as (string | number)[],
    write: async (writes, durability) => {
      const found = await database().catch((error: unknown) => writeError(error));
      return 'kind' in found ? err(found) : write(found, writes, durability);
    },
    close: () => void connection?.then((open) => open.close()),
  };
};

/** `onEnd`: called when the connection is closed from outside; the next use connects again. */
const connect = (name: string, how: 'make' | 'find', onEnd: () => void): Promise<IDBPDatabase> =>
  openDB(name, LAYOUT, {
    upgrade: (database, _from, _to, transaction) => {
      if (how === 'find') {
        transaction.done.catch(() => {});
        transaction.abort();
      } else for (const shelf of shelves) database.createObjectStore(shelf);
    },
    // Another tab wants to change the layout, or to delete the database: it must not wait for this one.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onEnd();
    },
    // The browser closed the connection by itself: its data was cleared, or its disk fails.
    terminated: onEnd,
  });

const write = async (
  database: IDBPDatabase,
  writes: readonly Write[],
  durability: 'strict' | 'relaxed',
): Promise<Result<void, WriteError>> => {
  if (writes.length === 0) return ok(undefined);
  const transaction = database.transaction([...new Set(writes.map(({ shelf }) => shelf))], 'readwrite', { durability });
  const ended = transaction.done.then(
    () => null,
    (error: unknown) => transaction.error ?? error,
  );
  try {
    for (const one of writes) {
      const store = transaction.objectStore(one.shelf);
      const request = one.kind === 'put' ? store.put(one.value, one.key) : store.delete(one.key);
      // A request that fails aborts the transaction, which then has the reason.
      request.catch(() => {});
    }
    // Nothing more comes: the browser need not tell of each request, and ask, before it ends the transaction.
    transaction.commit();
  } catch (error) {
    // The value cannot be stored: the writes before it must not be kept either.
    transaction.abort();
    await ended;
    throw error;
  }
  const reason = await ended;
  return reason === null ? ok(undefined) : err(writeError(reason));
};

const writeError = (reason: unknown): WriteError => {
  if (!(reason instanceof DOMException)) throw reason;
  return reason.name === 'QuotaExceededError' ? { kind: 'full' } : { kind: 'storage', name: reason.name };
};
