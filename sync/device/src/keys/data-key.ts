/**
 * The data key: 32 random bytes, made at first start, from which every encryption key of the store is derived. It is
 * never stored in clear but wrapped: once for each user's PIN or fingerprint and once for the recovery key.
 */
import { type Bytes, randomBytes, utf8 } from '../sealing/bytes.ts';
import { createSealedNames, type SealedNames } from '../sealing/sealed-names.ts';
import { createSealer, type Sealer } from '../sealing/sealer.ts';

const DATA_KEY_BYTES = 32;
export const newDataKey = (): Bytes => randomBytes(DATA_KEY_BYTES);

export type OpenKeys = { readonly sealer: Sealer; readonly names: SealedNames };

/** `storeId`: the id of the database that these keys belong to. */
export const openKeys = async (dataKey: Bytes, storeId: string): Promise<OpenKeys> => {
  const source = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey']);
  const derive = (purpose: string, type: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]): Promise<CryptoKey> =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: utf8(storeId), info: utf8(`denba/${purpose}`) },
      source,
      type,
      false,
      usages,
    );
  const aes: AesKeyGenParams = { name: 'AES-GCM', length: 256 };
  const hmac: HmacKeyGenParams = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const [content, nonces, names] = await Promise.all([
    derive('content', aes, ['encrypt', 'decrypt']),
    derive('name nonces', hmac, ['sign']),
    derive('names', aes, ['encrypt', 'decrypt']),
  ]);
  return { sealer: createSealer(content, storeId), names: createSealedNames(nonces, names) };
};
