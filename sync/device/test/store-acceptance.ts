/** Acceptance tests for every store. Run by the tests of the one in memory and of the one on IndexedDB. */
import { expect, it } from 'vitest';
import { put, remove, type Store } from '../src/store/store.ts';

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);

/** `reopen`: the same store again, as after a start of the app. */
export const storeAcceptance = (
  open: () => Promise<{ readonly store: Store; readonly reopen: () => Promise<Store> }>,
) => {
  it('gives what was put, in the order asked for, and undefined for what is not there', async () => {
    const { store } = await open();
    await store.write([put('loose', 1, bytes(1)), put('loose', 2, bytes(2))], 'strict');
    expect(await store.get('loose', [2, 7, 1])).toEqual([bytes(2), undefined, bytes(1)]);
    expect(await store.get('segments', [1])).toEqual([undefined]);
    expect(await store.get('loose', [])).toEqual([]);
  });

  it('lists numbers in order, then texts in order', async () => {
    const { store } = await open();
    const keys = ['b', 10, 'a', 2, 'a/1'];
    await store.write(
      keys.map((key) => put('values', key, bytes(0))),
      'relaxed',
    );
    expect(await store.keys('values')).toEqual([2, 10, 'a', 'a/1', 'b']);
    const { values, audit } = await store.all(['values', 'audit']);
    expect(values.map(([key]) => key)).toEqual([2, 10, 'a', 'a/1', 'b']);
    expect(audit).toEqual([]);
  });

  it('writes over several shelves, in the order given, and forgets what is deleted', async () => {
    const { store, reopen } = await open();
    await store.write(
      [put('state', 'toc', bytes(1)), put('pages', 0, bytes(1)), put('state', 'toc', bytes(2))],
      'strict',
    );
    await store.write([remove('pages', 0), remove('pages', 99)], 'strict');
    const again = await reopen();
    expect(await again.get('state', ['toc'])).toEqual([bytes(2)]);
    expect(await again.keys('pages')).toEqual([]);
  });

  it('keeps what was put, whatever becomes of the value that was handed over or given back', async () => {
    const { store } = await open();
    const value = bytes(1, 2, 3);
    await store.write([put('loose', 1, value)], 'strict');
    value[0] = 99;
    const [given] = (await store.get('loose', [1])) as [Uint8Array];
    given[1] = 99;
    expect(await store.get('loose', [1])).toEqual([bytes(1, 2, 3)]);
  });

  it('keeps keys that scripts may use and not read', async () => {
    const { store, reopen } = await open();
    const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    await store.write([put('clear', 'device', { key })], 'strict');
    const before = await crypto.subtle.sign('HMAC', key, bytes(1));
    const [device] = (await (await reopen()).get('clear', ['device'])) as [{ key: CryptoKey }];
    expect(device.key.extractable).toBe(false);
    expect(await crypto.subtle.sign('HMAC', device.key, bytes(1))).toEqual(before);
  });

  it('writes nothing at all when one of the values cannot be stored', async () => {
    const { store } = await open();
    const writes = [put('loose', 1, bytes(1)), put('loose', 2, () => 'not data')];
    await expect(
      store.write(writes, 'strict').then((written) => written.ok || Promise.reject(written)),
    ).rejects.toBeTruthy();
    expect(await store.keys('loose')).toEqual([]);
  });
};
