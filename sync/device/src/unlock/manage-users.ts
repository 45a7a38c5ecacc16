/** Adds users, changes PINs, enrols fingerprints: each wraps the data key once more. Needs an unlocked session. */
import { err, ok } from '@denba/quantities/result';
import type { JsonObject } from '@denba/records/canonical-json';
import type { ClearKeeper } from '../clear/clear-keeper.ts';
import {
  asDeviceUser,
  type ClearShelf,
  type DeviceRecord,
  putRecovery,
  putUsers,
  putWrongPins,
  type UserRecord,
} from '../clear/clear-shelf.ts';
import type { DeviceUser, Session } from '../device.ts';
import { openKeys } from '../keys/data-key.ts';
import { mixed } from '../keys/device-key.ts';
import { putKeyToHandIn } from '../keys/key-to-hand-in.ts';
import { lockWithPin, type PinLock } from '../keys/pin-lock.ts';
import { lockWithRecoveryKey, newRecoveryKey } from '../keys/recovery-key.ts';
import { wrapKey } from '../keys/wrapped-key.ts';
import { noWrongPins } from '../keys/wrong-pins.ts';
import { type Bytes, randomBytes } from '../sealing/bytes.ts';
import type { Surroundings } from '../surroundings.ts';

export type UserManagement = Pick<Session<unknown>, 'users' | 'renewRecoveryKey'>;

type Means = {
  readonly surroundings: Surroundings;
  readonly clear: ClearKeeper;
  readonly device: DeviceRecord;
  readonly dataKey: Bytes;
  readonly newId: () => string;
  readonly wallMs: () => number;
  readonly user: DeviceUser;
  readonly audit: (kind: string, detail: JsonObject) => Promise<void>;
};

export const manageUsers = (means: Means): UserManagement => {
  const { surroundings, clear, device, dataKey, newId, wallMs, user, audit } = means;
  const pinLock = (userId: string, pin: string): Promise<PinLock> =>
    lockWithPin(
      { mixing: device.keys.mixing, stretch: surroundings.stretch },
      { userId, pin, cost: surroundings.pinCost, dataKey },
    );
  const changeUser = (userId: string, change: (user: UserRecord) => UserRecord) =>
    clear.change((shelf) => [
      putUsers(requireUser(shelf, userId).map((one) => (one.id === userId ? change(one) : one))),
      putWrongPins(userId, noWrongPins),
    ]);
  return {
    users: {
      add: async (name, pin) => {
        const id = newId();
        const record: UserRecord = { id, name, pin: await pinLock(id, pin), fingerprint: null };
        await clear.change((shelf) => [putUsers([...shelf.users, record])]);
        await audit('userAdded', { user: record.id });
        return asDeviceUser(record);
      },
      changePin: async (userId, pin) => {
        const lock = await pinLock(userId, pin);
        const pinGiven = userId === user.id ? null : { by: user.name, atMs: wallMs() };
        await changeUser(userId, (one) => ({ ...one, pin: lock, pinGiven }));
        await audit('pinChanged', { user: userId });
      },
      confirmPin: () => changeUser(user.id, (one) => ({ ...one, pinGiven: null })),
      addFingerprint: async () => {
        if (surroundings.fingerprints === null) return err({ kind: 'notOffered' });
        const salt = randomBytes(32);
        const enrolled = await surroundings.fingerprints.enrol({ name: user.name, salt });
        if (!enrolled.ok) return enrolled;
        const { credentialId, secret } = enrolled.value;
        const wrapping = await mixed(device.keys.mixing, `fingerprint/${user.id}`, secret);
        const key = await wrapKey(dataKey, wrapping, `fingerprint/${user.id}`);
        await changeUser(user.id, (one) => ({ ...one, fingerprint: { credentialId, salt, key } }));
        await audit('fingerprintAdded', { user: user.id });
        return ok(undefined);
      },
      removeFingerprint: async (userId) => {
        await changeUser(userId, (one) => ({ ...one, fingerprint: null }));
        await audit('fingerprintRemoved', { user: userId });
      },
      remove: async (userId) => {
        if (clear.shelf().users.every((one) => one.id === userId)) return err({ kind: 'lastUser' });
        await clear.change((shelf) => {
          const others = requireUser(shelf, userId).filter((one) => one.id !== userId);
          return others.length === 0 ? [] : [putUsers(others)];
        });
        await audit('userRemoved', { user: userId });
        return ok(undefined);
      },
    },
    renewRecoveryKey: async () => {
      const text = await newRecoveryKey();
      const key = await lockWithRecoveryKey(dataKey, text);
      const toHandIn = await putKeyToHandIn(await openKeys(dataKey, device.storeId), text);
      await clear.change(() => [putRecovery(key), toHandIn]);
      await audit('recoveryKeyRenewed', {});
      return text;
    },
  };
};

const requireUser = ({ users }: ClearShelf, userId: string): readonly UserRecord[] => {
  if (!users.some((user) => user.id === userId)) throw new RangeError(`no user ${userId} on this device`);
  return users;
};
