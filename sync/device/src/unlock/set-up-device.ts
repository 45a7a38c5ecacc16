/** First start: makes the keys of the device and of its data, the first user, the recovery key and an empty store. */
import { deviceId } from '@denba/records/ids';
import type { ClearKeeper } from '../clear/clear-keeper.ts';
import {
  asDeviceUser,
  type DeviceRecord,
  putDevice,
  putRecovery,
  putUsers,
  type UserRecord,
} from '../clear/clear-shelf.ts';
import { newOwnLog } from '../contents/own-log.ts';
import { putStamp } from '../contents/stamp.ts';
import { newToc, putToc } from '../contents/toc.ts';
import type { Centre, DeviceOptions, DeviceUser } from '../device.ts';
import { newDataKey, openKeys } from '../keys/data-key.ts';
import { newDeviceKeys } from '../keys/device-key.ts';
import { putKeyToHandIn } from '../keys/key-to-hand-in.ts';
import { lockWithPin } from '../keys/pin-lock.ts';
import { lockWithRecoveryKey, newRecoveryKey } from '../keys/recovery-key.ts';
import type { Bytes } from '../sealing/bytes.ts';
import type { Surroundings } from '../surroundings.ts';

export type SetUp = {
  readonly dataKey: Bytes;
  readonly device: DeviceRecord;
  readonly user: DeviceUser;
  readonly recoveryKey: string;
};

/** Throws when the device is set up already: existing data is never replaced. */
export const setUpDevice = async (
  { name, newId, rowVersion }: Pick<DeviceOptions<unknown>, 'name' | 'newId' | 'rowVersion'>,
  { stretch, pinCost: cost, marker }: Surroundings,
  clear: ClearKeeper,
  { centre, userName, pin }: { readonly centre: Centre; readonly userName: string; readonly pin: string },
): Promise<SetUp> => {
  const keys = await newDeviceKeys();
  const device: DeviceRecord = { deviceId: deviceId(newId()), storeId: newId(), centre, keys };
  const dataKey = newDataKey();
  const id = newId();
  const [recoveryKey, lock, opened] = await Promise.all([
    newRecoveryKey(),
    lockWithPin({ mixing: keys.mixing, stretch }, { userId: id, pin, cost, dataKey }),
    openKeys(dataKey, device.storeId),
  ]);
  const user: UserRecord = { id, name: userName, pin: lock, fingerprint: null };
  const toc = newToc(rowVersion, newOwnLog(device.deviceId));
  const [recovery, sealedToc, toHandIn] = await Promise.all([
    lockWithRecoveryKey(dataKey, recoveryKey),
    putToc(opened.sealer, toc),
    putKeyToHandIn(opened, recoveryKey),
  ]);
  await clear.change((shelf) => {
    if (shelf.device !== null) throw new Error(`the device ${name} was set up before`);
    const stamp = putStamp({ epoch: toc.epoch, journal: toc.rowsUpTo });
    return [putDevice(device), putUsers([user]), putRecovery(recovery), sealedToc, toHandIn, stamp];
  });
  marker.set();
  return { dataKey, device, user: asDeviceUser(user), recoveryKey };
};
