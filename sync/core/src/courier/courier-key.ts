/** A public key that parcels are sealed to, and the name that their heads call it by. */
import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../bundle.ts';

export type CourierKey = {
  /** Of the key itself: `keyId`. */
  readonly id: string;
  /** Uncompressed P-256 point, 65 bytes, base64url. */
  readonly publicKey: string;
};

/** The first 12 bytes of its SHA-256, base64url: 16 letters. */
export const keyId = (publicKey: Uint8Array): string => toBase64Url(sha256(publicKey).subarray(0, 12));

/** As a server hands it out: the name must be that of the key. */
export const courierKey = v.pipe(
  v.object({ id: v.string(), publicKey: v.pipe(v.string(), v.regex(/^[\w-]{87}$/)) }),
  v.check(({ id, publicKey }) => id === keyId(fromBase64Url(publicKey))),
);
