/** The ways to obtain the data key: by PIN, by fingerprint, by recovery key. */
import { err, type Result } from '@denba/quantities/result';
import type { ClearKeeper } from '../clear/clear-keeper.ts';
import type { DeviceRecord, UserRecord } from '../clear/clear-shelf.ts';
import type { UnlockError } from '../device.ts';
import { mixed } from '../keys/device-key.ts';
import { openWithPin } from '../keys/pin-lock.ts';
import { openWithRecoveryKey, readRecoveryKey } from '../keys/recovery-key.ts';
import { unwrapKey } from '../keys/wrapped-key.ts';
import type { Bytes } from '../sealing/bytes.ts';
import type { Surroundings } from '../surroundings.ts';
import type { WrongPinCount } from './count-wrong-pins.ts';

type DataKey = Promise<Result<Bytes, UnlockError>>;

export const dataKeyByPin = async (
  { stretch }: Surroundings,
  tries: WrongPinCount,
  { keys }: DeviceRecord,
  { id, pin: lock }: UserRecord,
  pin: string,
): DataKey => {
  if (!(keys?.mixing instanceof CryptoKey)) return err({ kind: 'damaged' });
  const untilMs = tries.waitUntilMs(id);
  if (untilMs !== null) return err({ kind: 'wait', untilMs });
  const [counted, opened] = await Promise.all([
    tries.countTry(id),
    openWithPin({ mixing: keys.mixing, stretch }, { userId: id, pin, lock }),
  ]);
  if (opened.ok) {
    await tries.wasRight(id);
    return opened;
  }
  if (opened.error.kind === 'damaged') return err({ kind: 'damaged' });
  await tries.wasWrong(id, counted.count);
  return err({ kind: 'wrongPin', attempts: counted.count, waitUntilMs: tries.waitUntilMs(id) });
};

export const dataKeyByFingerprint = async (
  { fingerprints }: Surroundings,
  tries: WrongPinCount,
  { keys }: DeviceRecord,
  { id, fingerprint }: UserRecord,
): DataKey => {
  if (fingerprints === null || fingerprint === null) return err({ kind: 'cancelled' });
  const secret = await fingerprints.read(fingerprint.credentialId, fingerprint.salt);
  if (!secret.ok) return err({ kind: 'cancelled' });
  const wrapping = await mixed(keys.mixing, `fingerprint/${id}`, secret.value);
  const opened = await unwrapKey(fingerprint.key, wrapping, `fingerprint/${id}`);
  if (!opened.ok) return err({ kind: 'damaged' });
  await tries.wasRight(id);
  return opened;
};

export const dataKeyByRecoveryKey = async (clear: ClearKeeper, typed: string): DataKey => {
  const secret = await readRecoveryKey(typed);
  const { recovery } = clear.shelf();
  if (recovery === null) return err({ kind: 'damaged' });
  if (secret === null) return err({ kind: 'wrongRecoveryKey' });
  const opened = await openWithRecoveryKey(recovery, secret);
  if (opened.ok) return opened;
  return err({ kind: opened.error.kind === 'damaged' ? 'damaged' : 'wrongRecoveryKey' });
};
