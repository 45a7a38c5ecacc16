/**
 * The recovery key: 128 random bits, shown once at first start, written on paper or kept by the server. It opens the
 * data when every PIN is forgotten, on this device or from a copy of its database; therefore it is not mixed with the
 * device's key. With 128 bits it needs no slow derivation.
 *
 * People read and write it: 28 characters in groups of four, in Crockford's base 32 (no I, L, O, U), the last two a
 * checksum that detects slips of the pen.
 */
import type { Result } from '@denba/quantities/result';
import { type Bytes, randomBytes, utf8 } from '../sealing/bytes.ts';
import { unwrapKey, type WrappedKey, wrapKey } from './wrapped-key.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_BYTES = 16;
const SECRET_CHARACTERS = 26;
const CHECK_CHARACTERS = 2;

export const newRecoveryKey = async (): Promise<string> => recoveryKeyText(randomBytes(SECRET_BYTES));

export const recoveryKeyText = async (secret: Bytes): Promise<string> => {
  const text = base32(secret) + (await checkOf(secret));
  return text.match(/.{4}/g)?.join('-') ?? text;
};

/**
 * Parses what somebody typed: accepts lower case, spaces, hyphens, O for 0, and I or L for 1. Returns `null` when it is
 * not a recovery key.
 */
export const readRecoveryKey = async (typed: string): Promise<Bytes | null> => {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (text.length !== SECRET_CHARACTERS + CHECK_CHARACTERS) return null;
  const secret = fromBase32(text.slice(0, SECRET_CHARACTERS));
  return secret !== null && (await checkOf(secret)) === text.slice(SECRET_CHARACTERS) ? secret : null;
};

export const lockWithRecoveryKey = async (dataKey: Bytes, text: string): Promise<WrappedKey> => {
  const secret = await readRecoveryKey(text);
  if (secret === null) throw new RangeError('not a recovery key');
  return wrapKey(dataKey, await wrappingKey(secret), PURPOSE);
};

export const openWithRecoveryKey = async (
  lock: WrappedKey,
  secret: Bytes,
): Promise<Result<Bytes, { readonly kind: 'wrongKey' | 'damaged' }>> =>
  unwrapKey(lock, await wrappingKey(secret), PURPOSE);

const PURPOSE = 'recovery';

const wrappingKey = async (secret: Bytes): Promise<Bytes> => {
  const source = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8('denba/recovery') };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, source, 256));
};

const checkOf = async (secret: Bytes): Promise<string> => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', secret));
  return base32(hash.slice(0, 2)).slice(0, CHECK_CHARACTERS);
};

/** Five bits per character; the last character is padded with zeros. */
const base32 = (bytes: Bytes): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
};

const fromBase32 = (text: string): Bytes | null => {
  const places = Array.from(text, (character) => ALPHABET.indexOf(character));
  if (places.includes(-1)) return null;
  const bits = places.map((place) => place.toString(2).padStart(5, '0')).join('');
  if (/1/.test(bits.slice(SECRET_BYTES * 8))) return null;
  return Uint8Array.from({ length: SECRET_BYTES }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2),
  );
};
