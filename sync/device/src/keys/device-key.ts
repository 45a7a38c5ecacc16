/**
 * The device's own keys. They live in the database as keys that scripts may use and not read: what a PIN gives is mixed
 * with the first, so that records copied out of the database are worth nothing to somebody who guesses PINs elsewhere.
 * What that does not protect from is in docs/decisions/0007.
 */
import { type Bytes, utf8 } from '../sealing/bytes.ts';

export type DeviceKeys = {
  /** HMAC-SHA-256. */
  readonly mixing: CryptoKey;
  /** ECDSA P-256: signs referrals. */
  readonly signing: CryptoKeyPair;
};

export const newDeviceKeys = async (): Promise<DeviceKeys> => {
  const [mixing, signing] = await Promise.all([
    crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
    crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
  ]);
  return { mixing, signing };
};

/** 32 bytes that only this device can make of `secret`. */
export const mixed = async (mixing: CryptoKey, purpose: string, secret: Bytes): Promise<Bytes> => {
  const prefix = utf8(`denba/mix/${purpose}/`);
  const message = new Uint8Array(prefix.length + secret.length);
  message.set(prefix);
  message.set(secret, prefix.length);
  return new Uint8Array(await crypto.subtle.sign('HMAC', mixing, message));
};

/** Signature as r‖s (64 bytes), public key as an uncompressed point (65 bytes). */
export const signed = async (
  signing: CryptoKeyPair,
  bytes: Uint8Array,
): Promise<{ readonly signature: Uint8Array; readonly publicKey: Uint8Array }> => {
  const [signature, publicKey] = await Promise.all([
    crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signing.privateKey, new Uint8Array(bytes)),
    crypto.subtle.exportKey('raw', signing.publicKey),
  ]);
  return { signature: new Uint8Array(signature), publicKey: new Uint8Array(publicKey) };
};
