/** What makes guessing a PIN slow. The cost is kept beside each wrapped key, so that it can be raised later. */
import type { Bytes } from '../sealing/bytes.ts';

export type PinCost = { readonly kind: 'pbkdf2'; readonly iterations: number };

/** 32 bytes from a PIN or password and its salt. */
export type Stretch = (secret: Bytes, salt: Bytes, cost: PinCost) => Promise<Bytes>;

export const stretch: Stretch = async (secret, salt, { iterations }) => {
  const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256),
  );
};
