import { expect, it } from 'vitest';
import { backupAcceptance } from '../test/backup-acceptance.ts';
import { damageAcceptance } from '../test/damage-acceptance.ts';
import { deviceAcceptance } from '../test/device-acceptance.ts';
import { testOptions } from '../test/family-rows.ts';
import type { Place } from '../test/first-start.ts';
import { glanceAcceptance } from '../test/glance-acceptance.ts';
import { storageAcceptance } from '../test/storage-acceptance.ts';
import { deviceMemory, memoryDevice } from './memory-device.ts';
import { memoryStore } from './store/memory-store.ts';

deviceAcceptance(() => {
  const memory = deviceMemory();
  return (options) => memoryDevice(options, memory);
});

const makePlace = (): Place => {
  const memory = deviceMemory();
  return { open: (options) => memoryDevice(options, memory), store: async () => memory.store };
};

storageAcceptance(makePlace);
damageAcceptance(makePlace);
backupAcceptance(makePlace);
glanceAcceptance(makePlace);

it('a device whose database was lost says so, and does not pass for a new one', async () => {
  const memory = deviceMemory();
  const device = await memoryDevice(testOptions(), memory);
  expect(device.vanished()).toBe(false);
  await device.create({ centre: { id: 'cscom-1', name: 'CSCom' }, userName: 'Mariam', pin: '246810' });
  expect(device.vanished()).toBe(false);
  const lost = await memoryDevice(testOptions(), { ...memory, store: memoryStore() });
  expect([lost.users(), lost.vanished()]).toEqual([[], true]);
});
