/**
 * Names of drafts, settings and recordings may contain names of people, so the store gets them encrypted as keys. An
 * encrypted name must be found again, so its nonce is not random but a keyed hash of the name: the same name gives the
 * same text, and nothing but its length can be learned from it.
 */
import { readBase64Url, toBase64Url } from '@denba/sync/base64-url';
import { type Bytes, concat, textOf, utf8 } from './bytes.ts';

const NONCE = 12;
/**
 * Number of names whose sealed form is kept: a half-filled form is written again and again under one name, and each
 * sealing costs two round trips to the browser's threads.
 */
const REMEMBERED = 32;

export type SealedNames = {
  readonly seal: (kind: string, name: string) => Promise<string>;
  /** Returns `null` when the text is not an encrypted name of this kind, made with these keys. */
  readonly open: (kind: string, sealed: string) => Promise<string | null>;
};

/** `nonceKey`: HMAC-SHA-256. `nameKey`: AES-GCM. */
export const createSealedNames = (nonceKey: CryptoKey, nameKey: CryptoKey): SealedNames => {
  const sealedLately = new Map<string, string>();
  const parameters = (nonce: Bytes, kind: string): AesGcmParams => ({
    name: 'AES-GCM',
    iv: nonce,
    additionalData: utf8(`denba/name/${kind}`),
  });
  return {
    seal: async (kind, name) => {
      const key = `${kind}/${name}`;
      const known = sealedLately.get(key);
      if (known !== undefined) return known;
      const hash = await crypto.subtle.sign('HMAC', nonceKey, utf8(key));
      const nonce = new Uint8Array(hash).subarray(0, NONCE);
      const cipher = await crypto.subtle.encrypt(parameters(nonce, kind), nameKey, utf8(name));
      const sealed = toBase64Url(concat(nonce, new Uint8Array(cipher)));
      sealedLately.set(key, sealed);
      const [oldest] = sealedLately.keys();
      if (sealedLately.size > REMEMBERED && oldest !== undefined) sealedLately.delete(oldest);
      return sealed;
    },
    open: async (kind, sealed) => {
      const bytes = readBase64Url(sealed);
      if (bytes === null || bytes.length <= NONCE) return null;
      try {
        const plain = await crypto.subtle.decrypt(
          parameters(bytes.subarray(0, NONCE), kind),
          nameKey,
          bytes.subarray(NONCE),
        );
        return textOf(new Uint8Array(plain));
      } catch (error) {
        if (error instanceof DOMException && error.name === 'OperationError') return null;
        throw error;
      }
    },
  };
};
