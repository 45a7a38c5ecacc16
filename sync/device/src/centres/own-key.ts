/** Where the key pair of this phone lies, apart from what makes and uses it: a list asks only which parcels are for this phone. */
import type { JsonValue } from '@denba/records/canonical-json';
import type { CourierKey } from '@denba/sync/courier/courier-key';
import type { SealedStore } from '../device.ts';

/** `privateKey`: 32 bytes, base64url. */
export type KeptKey = CourierKey & { readonly privateKey: string };

const KEY = 'own-courier-key';

export const keptOwnKey = async (sealed: SealedStore<JsonValue>): Promise<KeptKey | null> =>
  (await sealed.get(KEY)) as KeptKey | null;

export const keepOwnKey = (sealed: SealedStore<JsonValue>, key: KeptKey): Promise<void> => sealed.put(KEY, key);

/** Parcels with this name are for this phone; `null`: nothing can have been sealed to it yet. */
export const ownKeyId = async (sealed: SealedStore<JsonValue>): Promise<string | null> =>
  (await keptOwnKey(sealed))?.id ?? null;
