import { expect, it } from 'vitest';
import { storeAcceptance } from '../../test/store-acceptance.ts';
import { indexedDbStore } from './indexed-db-store.ts';
import { put } from './store.ts';

const newName = (): string => `store-test-${crypto.randomUUID()}`;

storeAcceptance(async () => {
  const name = newName();
  const store = await indexedDbStore(name);
  return {
    store,
    reopen: async () => {
      store.close();
      return indexedDbStore(name);
    },
  };
});

it('lets its database be deleted, says so at the next write, and does not make an empty one in its place', async () => {
  const name = newName();
  const store = await indexedDbStore(name);
  await store.write([put('loose', 1, new Uint8Array(1))], 'strict');
  const request = indexedDB.deleteDatabase(name);
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = reject;
    request.onblocked = () => reject(new Error('blocked'));
  });
  expect(await store.write([put('loose', 2, new Uint8Array(1))], 'strict')).toEqual({
    ok: false,
    error: { kind: 'storage', name: 'AbortError' },
  });
  await expect(store.get('loose', [1])).rejects.toThrow();
  expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
});
