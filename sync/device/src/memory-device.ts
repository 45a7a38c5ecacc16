/**
 * A device in memory, for tests in Node: the same code, crypto included, on a store that is a map. Two devices with the
 * same `memory` are two tabs of one phone, or, one after the other, an app that starts again.
 */
import { createDevice } from './create-device.ts';
import type { Device, DeviceOptions } from './device.ts';
import type { StretchCost } from './keys/stretch.ts';
import { stretchHere } from './keys/stretch-here.ts';
import { memoryStore } from './store/memory-store.ts';
import type { Store } from './store/store.ts';
import type { Marker, TabMessage, Tabs } from './surroundings.ts';

export type DeviceMemory = {
  readonly store: Store;
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly openTab: () => Tabs;
  readonly marker: Marker;
};

/** Quick to compute: tests have no secrets to protect. */
const cheapCost: StretchCost = { kind: 'pbkdf2', iterations: 1 };

export const memoryDevice = <Row>(
  options: DeviceOptions<Row>,
  memory: DeviceMemory = deviceMemory(),
): Promise<Device<Row>> =>
  createDevice(options, {
    store: memory.store,
    exclusively: memory.exclusively,
    tabs: memory.openTab(),
    whenIdle: (work) => void work(),
    disk: {
      hasRoomFor: async () => null,
      estimate: async () => ({ usageBytes: null, quotaBytes: null }),
      persisted: async () => null,
      persist: async () => false,
    },
    marker: memory.marker,
    stretch: stretchHere,
    pinCost: cheapCost,
    passwordCost: cheapCost,
    fingerprints: null,
  });

export const deviceMemory = (store: Store = memoryStore()): DeviceMemory => {
  const listeners = new Map<object, (message: TabMessage) => void>();
  let set = false;
  return {
    store,
    marker: {
      isSet: () => set,
      set: () => {
        set = true;
      },
    },
    exclusively: oneAtATime(),
    openTab: () => {
      const own = new Set<object>();
      return {
        tell: (message) => {
          for (const [key, listener] of [...listeners]) if (!own.has(key)) listener(message);
        },
        hear: (listener) => {
          const key = {};
          own.add(key);
          listeners.set(key, listener);
          return () => void listeners.delete(key);
        },
        close: () => {
          for (const key of own) listeners.delete(key);
        },
      };
    },
  };
};

const oneAtATime = (): DeviceMemory['exclusively'] => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
};
