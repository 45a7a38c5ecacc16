/** The store on IndexedDB. One database per name; version 1 of its layout. */
import { err, ok, type Result } from '@denba/quantities/result';
import { type IDBPDatabase, openDB } from 'idb';
import { type Store, type StoredRecord, shelves, type Write, type WriteError } from './store.ts';

const LAYOUT = 1;

export const indexedDbStore = async (name: string): Promise<Store> => {
  const connect = (): Promise<IDBPDatabase> =>
    openDB(name, LAYOUT, {
      upgrade: (database) => {
        for (const shelf of shelves) database.createObjectStore(shelf);
      },
      // A newer version of the app, in another tab, wants to change the layout: it must not wait for this one.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      // The browser closed it by itself (a full or failing disk): opened again at the next use.
      terminated: () => {
        connection = null;
      },
    });
  let connection: Promise<IDBPDatabase> | null = connect();
  const database = (): Promise<IDBPDatabase> => {
    connection ??= connect();
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
        names.map(async (name): Promise<readonly [string, readonly StoredRecord[]]> => {
          const store = transaction.objectStore(name);
          const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
          return [name, keys.map((key, index) => [key as string | number, values[index]])];
        }),
      );
      return Object.fromEntries(read) as Record<(typeof names)[number], readonly StoredRecord[]>;
    },
    keys: async (shelf) => (await (await database()).getAllKeys(shelf)) as (string | number)[],
    write: async (writes, durability) => write(await database(), writes, durability),
    close: () => void connection?.then((open) => open.close()),
  };
};

const write = async (
  database: IDBPDatabase,
  writes: readonly Write[],
  durability: 'strict' | 'relaxed',
): Promise<Result<void, WriteError>> => {
  if (writes.length === 0) return ok(undefined);
  const transaction = database.transaction([...new Set(writes.map(({ shelf }) => shelf))], 'readwrite', { durability });
  try {
    for (const one of writes) {
      const store = transaction.objectStore(one.shelf);
      // The transaction tells how it ended; a request that fails aborts it.
      const request = one.kind === 'put' ? store.put(one.value, one.key) : store.delete(one.key);
      request.catch(() => {});
    }
    await transaction.done;
    return ok(undefined);
  } catch (error) {
    return err(writeError(error, transaction.error));
  }
};

/** A transaction that the browser gave up says why in its own `error`. Anything else is a defect and is thrown. */
const writeError = (thrown: unknown, reason: DOMException | null): WriteError => {
  const error = reason ?? thrown;
  if (!(error instanceof DOMException)) throw error;
  return error.name === 'QuotaExceededError' ? { kind: 'full' } : { kind: 'storage', name: error.name };
};
