/**
 * A device on its first day, which tests can open again as often as they like, and the records on its disk, to inspect
 * and to damage.
 */
import { expect } from 'vitest';
import type { Device, DeviceOptions, Session } from '../src/device.ts';
import { put, type Shelf, type Store } from '../src/store/store.ts';
import { type FamilyRow, testOptions } from './family-rows.ts';

export type Place = {
  readonly open: (options: DeviceOptions<FamilyRow>) => Promise<Device<FamilyRow>>;
  /** The underlying records, to damage them. */
  readonly store: (options: DeviceOptions<FamilyRow>) => Promise<Store>;
};

const first = { centre: { id: 'cscom-1', name: 'CSCom' }, userName: 'Mariam', pin: '246810' };
export const villages = ['keita', 'diallo', 'traore', 'coulibaly', 'sangare', 'toure', 'camara', 'kone'];

/** A device set up by Mariam, with access to its store. */
export const firstStartAt = async (place: Place) => {
  const options = testOptions();
  const device = await place.open(options);
  const { session } = await device.create(first);
  const again = async (changes: Partial<DeviceOptions<FamilyRow>> = {}): Promise<Session<FamilyRow>> => {
    const reopened = await place.open({ ...options, ...changes });
    const unlocked = await reopened.unlock(session.user.id, first.pin);
    if (!unlocked.ok) throw new Error(unlocked.error.kind);
    return unlocked.value;
  };
  const store = () => place.store(options);
  /** Waits until nothing is left to pack or to merge. */
  const tidied = async (): Promise<void> => {
    await expect.poll(async () => (await (await store()).keys('loose')).length, { timeout: 20_000 }).toBeLessThan(128);
  };
  return { options, session, again, store, tidied };
};

/** Flips one bit in the middle of every record of a shelf. */
export const damage = async (store: Store, shelf: Shelf): Promise<void> => {
  const { [shelf]: records } = await store.all([shelf]);
  expect(records.length).toBeGreaterThan(0);
  await store.write(
    records.map(([key, value]) => {
      const bytes = Uint8Array.from(value as Uint8Array);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      return put(shelf, key, bytes);
    }),
    'strict',
  );
};
