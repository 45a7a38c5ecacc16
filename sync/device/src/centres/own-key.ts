/**
 * Where the key pair of this phone is stored. Separate from the code that makes and uses it, because a list only needs
 * to know which parcels are for this phone.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import type { CourierKey } from '@denba/sync/courier/courier-key';
import type { SealedStore } from '../device.ts';

/** `privateKey`: 32 bytes, base64url. */
export type KeptKey = CourierKey & { readonly privateKey: string };

const KEY = 'own-courier-key';

export const keptOwnKey = async (sealed: SealedStore<JsonValue>): Promise<KeptKey | null> =>
  (await sealed.get(KEY)) as KeptKey | null;

export const keepOwnKey = (sealed: SealedStore<JsonValue>, key: KeptKey): Promise<void> => sealed.put(KEY, key);

/** Id of this phone's key: parcels whose `to` is this id are for this phone. `null`: no key was made yet. */
export const ownKeyId = async (sealed: SealedStore<JsonValue>): Promise<string | null> =>
  (await keptOwnKey(sealed))?.id ?? null;
