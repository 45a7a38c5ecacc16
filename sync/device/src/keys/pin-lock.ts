/**
 * A user's PIN in stored form: salt, cost, and the data key wrapped by a key that only this PIN yields on this device.
 */
import type { Result } from '@denba/quantities/result';
import { type Bytes, randomBytes, utf8 } from '../sealing/bytes.ts';
import { mixed } from './device-key.ts';
import type { Stretch, StretchCost } from './stretch.ts';
import { unwrapKey, type WrappedKey, wrapKey } from './wrapped-key.ts';

export type PinLock = { readonly salt: Bytes; readonly cost: StretchCost; readonly key: WrappedKey };

type Means = { readonly mixing: CryptoKey; readonly stretch: Stretch };

export const lockWithPin = async (
  means: Means,
  {
    userId,
    pin,
    cost,
    dataKey,
  }: { readonly userId: string; readonly pin: string; readonly cost: StretchCost; readonly dataKey: Bytes },
): Promise<PinLock> => {
  const salt = randomBytes(16);
  const wrapping = await pinKey(means, userId, pin, salt, cost);
  return { salt, cost, key: await wrapKey(dataKey, wrapping, `pin/${userId}`) };
};

export const openWithPin = async (
  means: Means,
  { userId, pin, lock }: { readonly userId: string; readonly pin: string; readonly lock: PinLock },
): Promise<Result<Bytes, { readonly kind: 'wrongKey' | 'damaged' }>> =>
  unwrapKey(lock.key, await pinKey(means, userId, pin, lock.salt, lock.cost), `pin/${userId}`);

const pinKey = async ({ mixing, stretch }: Means, userId: string, pin: string, salt: Bytes, cost: StretchCost) =>
  mixed(mixing, `pin/${userId}`, await stretch(utf8(pin.normalize('NFKC')), salt, cost));
