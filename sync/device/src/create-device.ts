/** A device on given surroundings: a browser's (`open-device.ts`) or a test's (`memory-device.ts`). */
import { err, ok, type Result } from '@denba/quantities/result';
import { deviceId } from '@denba/records/ids';
import { type ClearKeeper, keepClearShelf } from './clear/clear-keeper.ts';
import {
  asDeviceUser,
  type DeviceRecord,
  putDevice,
  putPreference,
  putRecovery,
  putUsers,
  type UserRecord,
} from './clear/clear-shelf.ts';
import { loadContents, readStoredContents, type StoredContents } from './contents/contents.ts';
import { newOwnLog } from './contents/own-log.ts';
import { newToc, putToc } from './contents/toc.ts';
import {
  type Device,
  type DeviceOptions,
  type DeviceUser,
  recoveryUser,
  type Session,
  type UnlockError,
} from './device.ts';
import { newDataKey, openKeys } from './keys/data-key.ts';
import { newDeviceKeys } from './keys/device-key.ts';
import { lockWithPin } from './keys/pin-lock.ts';
import { lockWithRecoveryKey, newRecoveryKey } from './keys/recovery-key.ts';
import type { Bytes } from './sealing/bytes.ts';
import { putStamp } from './session/catch-up.ts';
import { openSession } from './session/open-session.ts';
import type { Surroundings } from './surroundings.ts';
import { countWrongPins } from './unlock/count-wrong-pins.ts';
import { manageUsers } from './unlock/manage-users.ts';
import { dataKeyByFingerprint, dataKeyByPin, dataKeyByRecoveryKey } from './unlock/unlock-device.ts';

export const createDevice = async <Row>(
  options: DeviceOptions<Row>,
  surroundings: Surroundings,
): Promise<Device<Row>> => {
  const clear = await keepClearShelf(surroundings);
  const tries = countWrongPins(clear, options.wallMs, options.newId);
  const sessions = new Set<Session<Row>>();
  const begin = async (
    dataKey: Bytes,
    device: DeviceRecord,
    user: DeviceUser,
    stored: Promise<StoredContents>,
  ): Promise<Session<Row>> => {
    const keys = await openKeys(dataKey, device.storeId);
    const contents = await loadContents<Row>(keys.sealer, options.rowVersion, await stored);
    if (contents === null) throw new Error('not yet');
    const session: Session<Row> = openSession({
      store: { options, surroundings, keys, contents, recent: new Map() },
      device,
      user,
      manageUsers: (audit) => manageUsers({ surroundings, clear, device, dataKey, newId: options.newId, user, audit }),
      onLock: () => void sessions.delete(session),
    });
    sessions.add(session);
    return session;
  };
  const unlock = async (
    user: DeviceUser,
    dataKey: Promise<Result<Bytes, UnlockError>>,
  ): Promise<Result<Session<Row>, UnlockError>> => {
    const { device } = clear.shelf();
    if (device === null) return err({ kind: 'damaged' });
    // The sealed bytes are read while the key is still being made.
    const stored = readStoredContents(surroundings.store);
    const [key] = await Promise.all([dataKey, stored]);
    if (!key.ok) return key;
    const session = await begin(key.value, device, user, stored);
    await session.audit.add('unlocked');
    return ok(session);
  };
  return {
    users: () => clear.shelf().users.map(asDeviceUser),
    centre: () => clear.shelf().device?.centre ?? null,
    create: async ({ centre, userName, pin }) => {
      const keys = await newDeviceKeys();
      const device: DeviceRecord = { deviceId: deviceId(options.newId()), storeId: options.newId(), centre, keys };
      const dataKey = newDataKey();
      const id = options.newId();
      const { stretch, pinCost: cost } = surroundings;
      const [recoveryKey, lock, { sealer }] = await Promise.all([
        newRecoveryKey(),
        lockWithPin({ mixing: keys.mixing, stretch }, { userId: id, pin, cost, dataKey }),
        openKeys(dataKey, device.storeId),
      ]);
      const user: UserRecord = { id, name: userName, pin: lock, fingerprint: null };
      const recovery = await lockWithRecoveryKey(dataKey, recoveryKey);
      const toc = newToc(options.rowVersion, newOwnLog(device.deviceId));
      const sealedToc = await putToc(sealer, toc);
      await clear.change((shelf) => {
        if (shelf.device !== null) throw new Error(`the device ${options.name} was set up before`);
        return [
          putDevice(device),
          putUsers([user]),
          putRecovery(recovery),
          sealedToc,
          putStamp({ epoch: toc.epoch, journal: toc.rowsUpTo }),
        ];
      });
      const session = await begin(dataKey, device, asDeviceUser(user), readStoredContents(surroundings.store));
      await session.audit.add('created');
      return { session, recoveryKey };
    },
    unlock: async (userId, pin) => {
      const { device, user } = known(clear, userId);
      return unlock(asDeviceUser(user), dataKeyByPin(surroundings, tries, device, user, pin));
    },
    unlockWithFingerprint: async (userId) => {
      const { device, user } = known(clear, userId);
      return unlock(asDeviceUser(user), dataKeyByFingerprint(surroundings, device, user));
    },
    unlockWithRecoveryKey: (key) => unlock(recoveryUser, dataKeyByRecoveryKey(clear, key)),
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

const known = (clear: ClearKeeper, userId: string): { readonly device: DeviceRecord; readonly user: UserRecord } => {
  const { device, users } = clear.shelf();
  const user = users.find(({ id }) => id === userId);
  if (device === null || user === undefined) throw new RangeError(`no user ${userId} on this device`);
  return { device, user };
};
