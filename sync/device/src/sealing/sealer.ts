/**
 * Encrypts bytes for one place of the store: AES-256-GCM, a fresh random nonce each time, and the place as additional
 * data, so that a record that was moved or swapped cannot be decrypted. Larger texts are compressed first.
 *
 *     version (1 byte) ‖ nonce (12) ‖ AES-GCM( codec (1: 0 plain, 1 deflated) ‖ content ) with its tag (16)
 */
import { type Bytes, concat, randomBytes, textOf, utf8 } from './bytes.ts';
import { compressText } from './compress-text.ts';
import { inflate } from './compression.ts';

const VERSION = 1;
const NONCE = 12;
const HEADER = 1 + NONCE;
const [PLAIN, DEFLATED] = [0, 1];
/** Characters. Below this, deflate costs more time than it saves room. */
const DEFLATE_FROM = 1500;

export type Sealer = {
  readonly seal: (place: string, content: Bytes) => Promise<Bytes>;
  /**
   * Returns `null` when the bytes were not encrypted for this place with this key: they are damaged, moved or swapped.
   */
  readonly open: (place: string, sealed: unknown) => Promise<Bytes | null>;
  readonly sealText: (place: string, text: string) => Promise<Bytes>;
  readonly openText: (place: string, sealed: unknown) => Promise<string | null>;
};

/** `key`: AES-GCM, 256 bits. `store` names the database, so that records of two databases cannot be swapped either. */
export const createSealer = (key: CryptoKey, store: string): Sealer => {
  const parameters = (nonce: Bytes, place: string): AesGcmParams => ({
    name: 'AES-GCM',
    iv: nonce,
    additionalData: utf8(`denba/${VERSION}/${store}/${place}`),
  });
  const encrypt = async (place: string, codec: number, content: Bytes): Promise<Bytes> => {
    const nonce = randomBytes(NONCE);
    const plain = concat(Uint8Array.of(codec), content);
    const cipher = await crypto.subtle.encrypt(parameters(nonce, place), key, plain);
    return concat(Uint8Array.of(VERSION), nonce, new Uint8Array(cipher));
  };
  const open = async (place: string, sealed: unknown): Promise<Bytes | null> => {
    if (!(sealed instanceof Uint8Array) || sealed.length <= HEADER || sealed[0] !== VERSION) return null;
    const bytes = sealed as Bytes;
    try {
      const nonce = bytes.subarray(1, HEADER);
      const plain = new Uint8Array(await crypto.subtle.decrypt(parameters(nonce, place), key, bytes.subarray(HEADER)));
      const content = plain.subarray(1);
      return plain[0] === DEFLATED ? await inflate(content) : content;
    } catch (error) {
      if (isDamage(error)) return null;
      throw error;
    }
  };
  return {
    seal: (place, content) => encrypt(place, PLAIN, content),
    open,
    sealText: async (place, text) => {
      if (text.length < DEFLATE_FROM) return encrypt(place, PLAIN, utf8(text));
      return encrypt(place, DEFLATED, await compressText(text, 'deflate-raw'));
    },
    openText: async (place, sealed) => {
      const content = await open(place, sealed);
      return content === null ? null : textOf(content);
    },
  };
};

/** WebCrypto throws `OperationError` when the authentication tag does not match. */
const isDamage = (error: unknown): boolean => error instanceof DOMException && error.name === 'OperationError';
