/** A public key that parcels are encrypted to, and the id under which parcel heads name it. */
import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../base64-url.ts';

export type CourierKey = {
  /** `keyId` of the public key. */
  readonly id: string;
  /** Uncompressed P-256 point, 65 bytes, base64url. */
  readonly publicKey: string;
};

/** The first 12 bytes of the SHA-256 of the key, base64url: 16 characters. */
export const keyId = (publicKey: Uint8Array): string => toBase64Url(sha256(publicKey).subarray(0, 12));

/** The key as a server sends it: its id must be the `keyId` of the key. */
export const courierKey = v.pipe(
  v.object({ id: v.string(), publicKey: v.pipe(v.string(), v.regex(/^[\w-]{87}$/)) }),
  v.check(({ id, publicKey }) => id === keyId(fromBase64Url(publicKey))),
);
