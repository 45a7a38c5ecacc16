import { openDB } from 'idb';
import { expect, it } from 'vitest';
it('runs in a real Chromium with IndexedDB and WebCrypto', async () => {
  const db = await openDB('probe', 1, { upgrade: (d) => void d.createObjectStore('a') });
  await db.put('a', new Uint8Array([1, 2]), 1);
  expect(await db.get('a', 1)).toEqual(new Uint8Array([1, 2]));
  expect(crypto.subtle).toBeDefined();
});
