/** A device on given surroundings: a browser's (`open-device.ts`) or a test's (`memory-device.ts`). */
import { err, ok, type Result } from '@denba/quantities/result';
import { type ClearKeeper, keepClearShelf } from './clear/clear-keeper.ts';
import { asDeviceUser, type DeviceRecord, putPreference, type UserRecord } from './clear/clear-shelf.ts';
import { openGlance } from './contents/glance.ts';
import { loadContents, readStoredContents, type StoredContents } from './contents/load-contents.ts';
import {
  type Device,
  type DeviceOptions,
  type DeviceUser,
  type OnGlance,
  type Progress,
  recoveryUser,
  type Session,
  type UnlockError,
} from './device.ts';
import { openKeys } from './keys/data-key.ts';
import type { Bytes } from './sealing/bytes.ts';
import { openSession } from './session/open-session.ts';
import type { OpenStore } from './session/open-store.ts';
import { rebuildContents } from './session/rebuild/rebuild-contents.ts';
import type { Surroundings } from './surroundings.ts';
import { countWrongPins } from './unlock/count-wrong-pins.ts';
import { manageUsers } from './unlock/manage-users.ts';
import { setUpDevice } from './unlock/set-up-device.ts';
import { dataKeyByFingerprint, dataKeyByPin, dataKeyByRecoveryKey } from './unlock/unlock-device.ts';

type Watcher = { readonly onProgress: Progress; readonly onGlance?: OnGlance | undefined };

export const createDevice = async <Row>(
  options: DeviceOptions<Row>,
  surroundings: Surroundings,
): Promise<Device<Row>> => {
  const clear = await keepClearShelf(surroundings);
  const tries = countWrongPins(clear, options.wallMs, options.newId);
  const sessions = new Set<Session<Row>>();
  const begin = async (
    { dataKey, device, user }: { readonly dataKey: Bytes; readonly device: DeviceRecord; readonly user: DeviceUser },
    stored: StoredContents,
    { onProgress, onGlance }: Watcher,
  ): Promise<Session<Row>> => {
    const keys = await openKeys(dataKey, device.storeId);
    if (onGlance !== undefined) {
      const now = { rowVersion: options.rowVersion, journal: stored.stamp?.journal ?? null };
      const glance = await openGlance(keys.sealer, new Map(stored.state).get('glance'), now);
      if (glance !== null) await onGlance(glance);
    }
    const base = { options, surroundings, keys };
    const contents = await openContents(base, device, stored, onProgress);
    const session: Session<Row> = openSession({
      store: { ...base, contents, recent: new Map(), additions: 0 },
      device,
      user,
      manageUsers: (audit) => manageUsers({ ...options, surroundings, clear, device, dataKey, user, audit }),
      onLock: () => void sessions.delete(session),
    });
    sessions.add(session);
    return session;
  };
  const unlock = async (
    user: DeviceUser,
    findKey: Promise<Result<Bytes, UnlockError>>,
    onProgress: Progress = () => {},
    onGlance?: OnGlance,
  ): Promise<Result<Session<Row>, UnlockError>> => {
    const { device } = clear.shelf();
    if (device === null) return err({ kind: 'damaged' });
    // The encrypted contents are read while the key is still being derived.
    const [dataKey, stored] = await Promise.all([findKey, readStoredContents(surroundings.store)]);
    if (!dataKey.ok) return dataKey;
    const session = await begin({ dataKey: dataKey.value, device, user }, stored, { onProgress, onGlance });
    await session.audit.add('unlocked');
    return ok(session);
  };
  return {
    users: () => clear.shelf().users.map(asDeviceUser),
    centre: () => clear.shelf().device?.centre ?? null,
    vanished: () => clear.shelf().device === null && surroundings.marker.isSet(),
    create: async (first) => {
      const { recoveryKey, ...made } = await setUpDevice(options, surroundings, clear, first);
      const session = await begin(made, await readStoredContents(surroundings.store), { onProgress: () => {} });
      await session.audit.add('created');
      return { session, recoveryKey };
    },
    unlock: async (userId, pin, onProgress, onGlance) => {
      const { device, user } = known(clear, userId);
      return unlock(asDeviceUser(user), dataKeyByPin(surroundings, tries, device, user, pin), onProgress, onGlance);
    },
    unlockWithFingerprint: async (userId, onProgress, onGlance) => {
      const { device, user } = known(clear, userId);
      const key = dataKeyByFingerprint(surroundings, tries, device, user);
      return unlock(asDeviceUser(user), key, onProgress, onGlance);
    },
    unlockWithRecoveryKey: (key, onProgress) => unlock(recoveryUser, dataKeyByRecoveryKey(clear, key), onProgress),
    waitUntilMs: tries.waitUntilMs,
    preference: {
      get: (name) => clear.shelf().preferences.get(name) ?? null,
      set: (name, value) => clear.change(() => [putPreference(name, value)]),
    },
    fingerprintOffered: async () => (await surroundings.fingerprints?.offered()) ?? false,
    close: () => {
      for (const session of [...sessions]) session.lock();
      clear.stop();
      surroundings.tabs.close();
      surroundings.store.close();
    },
  };
};

/** Loads the stored contents; rebuilds them from the entries when they cannot be read. */
const openContents = async <Row>(
  base: Pick<OpenStore<Row>, 'options' | 'surroundings' | 'keys'>,
  { deviceId }: DeviceRecord,
  stored: StoredContents,
  onProgress: Progress,
) => {
  const { options, surroundings, keys } = base;
  const load = (read: StoredContents) => loadContents<Row>(keys.sealer, options.rowVersion, read);
  const contents = await load(stored);
  if (contents !== null) return contents;
  return surroundings.exclusively(async () => {
    // Another tab may have rebuilt them while this one waited.
    const now = await readStoredContents(surroundings.store);
    return (await load(now)) ?? rebuildContents(base, now, deviceId, onProgress);
  });
};

const known = (clear: ClearKeeper, userId: string): { readonly device: DeviceRecord; readonly user: UserRecord } => {
  const { device, users } = clear.shelf();
  const user = users.find(({ id }) => id === userId);
  if (device === null || user === undefined) throw new RangeError(`no user ${userId} on this device`);
  return { device, user };
};
