/**
 * The device's own keys. They are stored as non-extractable keys, which scripts can use but not read: the key stretched
 * from a PIN is mixed with the first one, so that records copied out of the database do not let anybody guess PINs
 * elsewhere. docs/decisions/0007 says what this does not protect from.
 */
import { type Bytes, utf8 } from '../sealing/bytes.ts';

export type DeviceKeys = {
  /** HMAC-SHA-256 key that is mixed into the keys made from PINs and fingerprints. */
  readonly mixing: CryptoKey;
  /** ECDSA P-256 key that signs bundles, referral notes and the code of this phone. */
  readonly signing: CryptoKeyPair;
};

export const newDeviceKeys = async (): Promise<DeviceKeys> => {
  const [mixing, signing] = await Promise.all([
    crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
    crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
  ]);
  return { mixing, signing };
};

/** 32 bytes derived from `secret`, which only this device can compute. */
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
