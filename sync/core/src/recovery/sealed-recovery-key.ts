/**
 * The recovery key of a phone in the form in which it is sent to the server: encrypted to the server's key like courier
 * parcels (HPKE, RFC 9180, base mode) and bound to the phone's id. The server stores it encrypted, and decrypts it when
 * two people ask.
 */
import { canonicalJson } from '@denba/records/canonical-json';
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../base64-url.ts';
import type { CourierKey } from '../courier/courier-key.ts';
import { hpkeSuite } from '../courier/hpke-suite.ts';
import type { PrivateKey } from '../courier/seal-parcel.ts';
import { WIRE } from '../wire.ts';

/** The message that a phone sends. */
export const sealedRecoveryKey = v.looseObject({
  denba: v.literal('recovery-key'),
  wire: v.pipe(v.number(), v.safeInteger(), v.minValue(3)),
  /** The key that it is encrypted to: its `keyId`. */
  to: v.pipe(v.string(), v.regex(/^[\w-]{16}$/)),
  /** The encapsulated key (RFC 9180, `enc`): a P-256 point, 65 bytes. */
  enc: v.pipe(v.string(), v.regex(/^[\w-]{87}$/)),
  /** The encrypted recovery key, base64url. */
  sealed: v.pipe(v.string(), v.regex(/^[\w-]{22,400}$/)),
});
export type SealedRecoveryKey = v.InferOutput<typeof sealedRecoveryKey>;

/** The HPKE `info`, which separates recovery keys from every other use of the same key. */
const PURPOSE = new TextEncoder().encode('denba recovery key');

const boundTo = (device: string, to: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalJson({ device, to }));

/** `text`: the recovery key in the form in which people read it. */
export const sealRecoveryKey = async (to: CourierKey, device: string, text: string): Promise<SealedRecoveryKey> => {
  const suite = hpkeSuite();
  const publicKey = await suite.DeserializePublicKey(fromBase64Url(to.publicKey));
  const { encapsulatedSecret, ctx } = await suite.SetupSender(publicKey, { info: PURPOSE });
  const sealed = await ctx.Seal(new TextEncoder().encode(text), boundTo(device, to.id));
  const [enc, body] = [toBase64Url(encapsulatedSecret), toBase64Url(sealed)];
  return { denba: 'recovery-key', wire: WIRE, to: to.id, enc, sealed: body };
};

/** Returns `null` when it belongs to another phone, was encrypted to another key, or was changed. */
export const openRecoveryKey = async (
  { to, enc, sealed }: Pick<SealedRecoveryKey, 'to' | 'enc' | 'sealed'>,
  device: string,
  privateKey: PrivateKey,
): Promise<string | null> => {
  const suite = hpkeSuite();
  const key = await suite.DeserializePrivateKey(privateKey, true);
  const aad = boundTo(device, to);
  try {
    const opened = await suite.Open(key, fromBase64Url(enc), fromBase64Url(sealed), { info: PURPOSE, aad });
    return new TextDecoder().decode(opened);
  } catch {
    // The library distinguishes many errors; callers do not need the difference.
    return null;
  }
};
