/**
 * The key with which a server signs packs. ECDSA P-256 over SHA-256, as for bundles, so that the browser of an old
 * Android can verify it. The signed text contains the id of the pack, which is the hash of its whole content.
 */
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../base64-url.ts';
import { keyId } from '../courier/courier-key.ts';
import type { Pack } from './pack.ts';

export type PackKey = {
  /** `keyId` of the public key. */
  readonly id: string;
  /** Uncompressed P-256 point, 65 bytes, base64url. */
  readonly publicKey: string;
};

/** The key as a server sends it: its id must be the `keyId` of the key. */
export const packKey = v.pipe(
  v.object({ id: v.string(), publicKey: v.pipe(v.string(), v.regex(/^[\w-]{87}$/)) }),
  v.check(({ id, publicKey }) => id === keyId(fromBase64Url(publicKey))),
);

/** `privateKey`: in PKCS #8. */
export type PackKeyPair = PackKey & { readonly privateKey: Uint8Array<ArrayBuffer> };

const kind = { name: 'ECDSA', namedCurve: 'P-256' };
const how = { name: 'ECDSA', hash: 'SHA-256' };

/** The prefix separates signatures of packs from every other use of the same key. */
const signedBytes = (id: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`denba protocol pack 1\n${id}`);

export const makePackKey = async (): Promise<PackKeyPair> => {
  const pair = await crypto.subtle.generateKey(kind, true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return { id: keyId(raw), publicKey: toBase64Url(raw), privateKey };
};

export const signPack = async (pack: Pack, { id, privateKey }: PackKeyPair): Promise<Pack> => {
  const key = await crypto.subtle.importKey('pkcs8', privateKey, kind, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign(how, key, signedBytes(pack.id)));
  return { ...pack, proof: { key: id, signature: toBase64Url(signature) } };
};

export const isPackSignedBy = async ({ id, proof }: Pack, key: PackKey): Promise<boolean> => {
  if (proof === null || proof.key !== key.id) return false;
  const point = fromBase64Url(key.publicKey);
  const imported = await crypto.subtle.importKey('raw', point, kind, false, ['verify']).catch(() => null);
  return imported !== null && crypto.subtle.verify(how, imported, fromBase64Url(proof.signature), signedBytes(id));
};
