/** The data key, encrypted with a key derived from a PIN, a fingerprint or the recovery key. */
import { err, ok, type Result } from '@denba/quantities/result';
import { type Bytes, randomBytes, sameBytes, utf8 } from '../sealing/bytes.ts';

export type WrappedKey = {
  readonly nonce: Bytes;
  readonly cipher: Bytes;
  /** SHA-256 of nonce and cipher: tells a damaged record from a wrong key. */
  readonly sum: Bytes;
};

/** `wrapping`: 32 bytes. `purpose` binds the result to its owner: `pin/<user>`. */
export const wrapKey = async (dataKey: Bytes, wrapping: Bytes, purpose: string): Promise<WrappedKey> => {
  const nonce = randomBytes(12);
  const key = await aesKey(wrapping, 'encrypt');
  const cipher = new Uint8Array(await crypto.subtle.encrypt(parameters(nonce, purpose), key, dataKey));
  return { nonce, cipher, sum: await sumOf(nonce, cipher) };
};

export const unwrapKey = async (
  wrapped: WrappedKey,
  wrapping: Bytes,
  purpose: string,
): Promise<Result<Bytes, { readonly kind: 'wrongKey' | 'damaged' }>> => {
  if (!sameBytes(wrapped.sum, await sumOf(wrapped.nonce, wrapped.cipher))) return err({ kind: 'damaged' });
  try {
    const key = await aesKey(wrapping, 'decrypt');
    const plain = await crypto.subtle.decrypt(parameters(wrapped.nonce, purpose), key, wrapped.cipher);
    return ok(new Uint8Array(plain));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return err({ kind: 'wrongKey' });
    throw error;
  }
};

const parameters = (nonce: Bytes, purpose: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv: nonce,
  additionalData: utf8(`denba/wrap/${purpose}`),
});

const aesKey = (bytes: Bytes, usage: KeyUsage): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [usage]);

const sumOf = async (nonce: Bytes, cipher: Bytes): Promise<Bytes> => {
  const both = new Uint8Array(nonce.length + cipher.length);
  both.set(nonce);
  both.set(cipher, nonce.length);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', both));
};
