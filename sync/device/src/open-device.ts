/** The device of this browser: IndexedDB, Web Locks, BroadcastChannel. */
import { createDevice } from './create-device.ts';
import type { Device, DeviceOptions } from './device.ts';
import { stretch } from './keys/stretch.ts';
import { indexedDbStore } from './store/indexed-db-store.ts';
import type { Disk, Tabs } from './surroundings.ts';

export const openDevice = async <Row>(options: DeviceOptions<Row>): Promise<Device<Row>> =>
  createDevice(options, {
    store: await indexedDbStore(options.name),
    exclusively: (work) => navigator.locks.request(`denba/${options.name}`, work),
    tabs: browserTabs(options.name),
    whenIdle: (work) => void requestIdleCallback(() => void work()),
    disk: browserDisk,
    stretch,
    pinCost: { kind: 'pbkdf2', iterations: 600_000 },
    fingerprints: null,
  });

const browserTabs = (name: string): Tabs => {
  const channel = new BroadcastChannel(`denba/${name}`);
  return {
    tell: (message) => channel.postMessage(message),
    hear: (listener) => {
      const heard = (event: MessageEvent): void => listener(event.data);
      channel.addEventListener('message', heard);
      return () => channel.removeEventListener('message', heard);
    },
    close: () => channel.close(),
  };
};

const browserDisk: Disk = {
  estimate: async () => {
    const { usage, quota } = await navigator.storage.estimate();
    return { usageBytes: usage ?? null, quotaBytes: quota ?? null };
  },
  persisted: () => navigator.storage.persisted(),
  persist: () => navigator.storage.persist(),
};
