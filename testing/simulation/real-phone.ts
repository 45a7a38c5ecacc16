/**
 * The device of the clinic, keys and encryption included, on a store in memory that dies and fills up like a disk. It
 * is a hundred times slower than `light-phone.ts`, and runs are not identical to the last bit, because keys and nonces
 * are new each time.
 */
import type { Session } from '@denba/device/device';
import { deviceMemory, memoryDevice } from '@denba/device/memory-device';
import { memoryStore } from '@denba/device/store/memory-store';
import type { Store } from '@denba/device/store/store';
import type { Entry } from '@denba/records/entry';
import { type FamilyId, familyId } from '@denba/records/ids';
import { gatherFamilies } from '@denba/records/timeline/fold-families';
import { isSignedBy } from '@denba/sync/bundle';
import { linkedFamilies } from '@denba/sync/linked-families';
import { Died, type Life, newLife } from './mortal.ts';
import type { OpenPhone, PhoneHardware, PhoneSettings } from './phone.ts';
import type { ScheduleSettings } from './run-schedule.ts';

export const realPhones = (): ScheduleSettings => {
  const keys = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    hardware: (settings) => realPhone(settings, (device, key) => void keys.set(device, new Uint8Array(key))),
    isSigned: async (bundle, device) => {
      const key = keys.get(device);
      return key !== undefined && (await isSignedBy(bundle, key));
    },
  };
};

const realPhone = (
  { device: name, place, wallMs, newId }: PhoneSettings,
  registerKey: (device: string, key: Uint8Array) => void,
): PhoneHardware => {
  const disk = memoryStore();
  let full = false;
  let life: Life = newLife();
  let died: Promise<void> = Promise.resolve();
  const options = {
    ...{ name, wallMs, newId, rowVersion: '1' },
    project: (entries: readonly Entry[]) =>
      new Map(
        [...gatherFamilies(entries)].map(([root, own]) => {
          const families: readonly FamilyId[] = [...new Set(own.map(({ family }) => family))];
          return [root, { families, row: own.length }] as const;
        }),
      ),
    linkedFamilies: (draft: Parameters<typeof linkedFamilies>[0]) => linkedFamilies(draft).map(familyId),
  };
  const start = async (): Promise<OpenPhone> => {
    // The app cannot open on a full disk, because the attempt to enter a PIN cannot be counted (docs/gaps.md): so
    // somebody makes room first.
    full = false;
    const own = newLife();
    life = own;
    let tell = (): void => {};
    died = new Promise((resolve) => {
      tell = resolve;
    });
    const store = mortalStore(
      disk,
      own,
      () => full,
      () => tell(),
    );
    const device = await memoryDevice<number>(options, deviceMemory(store));
    const [user] = device.users();
    let session: Session<number>;
    if (user === undefined) {
      ({ session } = await device.create({ centre: { id: place, name: place }, userName: 'Awa', pin: '246810' }));
      registerKey(session.deviceId, (await session.sign(new Uint8Array())).publicKey);
    } else {
      const unlocked = await device.unlock(user.id, '246810');
      if (!unlocked.ok) throw new Error(unlocked.error.kind);
      session = unlocked.value;
    }
    return {
      ...{ deviceId: session.deviceId, log: session.log, receive: session.receive, sign: session.sign },
      ...{ sealed: session.sealed, problems: session.problems },
      save: (draft) => session.save([draft]),
      entries: async () => {
        const found: Entry[] = [];
        for (const root of session.rows().keys()) found.push(...(await session.entriesOf(root)));
        return found;
      },
    };
  };
  return {
    start,
    life: () => life,
    run: async (work) => {
      try {
        return await Promise.race([work(), died.then(() => null)]);
      } catch (failure) {
        if (failure instanceof Died) return null;
        throw failure;
      }
    },
    full: (is) => {
      full = is;
    },
  };
};

/** After a death the promises of the store never settle, as when a browser is killed. */
const mortalStore = (disk: Store, life: Life, full: () => boolean, tell: () => void): Store => {
  const step = <Value>(work: () => Promise<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      life.step(work).then(resolve, (failure: unknown) => (failure instanceof Died ? tell() : reject(failure)));
    });
  return {
    get: (shelf, keys) => step(() => disk.get(shelf, keys)),
    all: (shelves) => step(() => disk.all(shelves)),
    keys: (shelf) => step(() => disk.keys(shelf)),
    write: (writes, durability) =>
      step(async () => (full() ? ({ ok: false, error: { kind: 'full' } } as const) : disk.write(writes, durability))),
    close: () => disk.close(),
  };
};
