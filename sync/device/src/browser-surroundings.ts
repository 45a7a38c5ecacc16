/**
 * The surroundings of a device in a browser: IndexedDB, Web Locks, BroadcastChannel, the disk, the fingerprint reader.
 */

import { browserDisk } from './browser-disk.ts';
import { browserFingerprints } from './keys/browser-fingerprints.ts';
import { PASSWORD_COST, PIN_COST } from './keys/stretch.ts';
import { stretchInWorker } from './keys/stretch-in-worker.ts';
import { indexedDbStore } from './store/indexed-db-store.ts';
import type { Surroundings, Tabs } from './surroundings.ts';

export const browserSurroundings = async (name: string): Promise<Surroundings> => ({
  store: await indexedDbStore(name),
  exclusively: (work) => navigator.locks.request(`denba/${name}`, work),
  tabs: browserTabs(name),
  whenIdle,
  disk: browserDisk(navigator.storage),
  marker: {
    isSet: () => localStorage.getItem(`denba/${name}`) !== null,
    set: () => localStorage.setItem(`denba/${name}`, 'set up'),
  },
  stretch: stretchInWorker,
  pinCost: PIN_COST,
  passwordCost: PASSWORD_COST,
  fingerprints: browserFingerprints,
});

/** Safari has no `requestIdleCallback`. */
const whenIdle = (work: () => Promise<void>): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void work());
  else setTimeout(() => void work(), 1000);
};

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
