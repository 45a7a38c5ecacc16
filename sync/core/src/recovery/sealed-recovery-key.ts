/**
 * The recovery key of a phone on its way to the server: sealed to the server's key as courier parcels are (HPKE, RFC 9180,
 * base mode), bound to the phone whose key it is. The server keeps it as it came, and opens it when two people ask.
 */
import { canonicalJson } from '@denba/records/canonical-json';
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../bundle.ts';
import type { CourierKey } from '../courier/courier-key.ts';
import { hpkeSuite } from '../courier/hpke-suite.ts';
import type { PrivateKey } from '../courier/seal-parcel.ts';
import { WIRE } from '../wire.ts';

/** What a phone hands in. */
export const sealedRecoveryKey = v.looseObject({
  denba: v.literal('recovery-key'),
  wire: v.pipe(v.number(), v.safeInteger(), v.minValue(3)),
  /** Which key it is sealed to: `keyId`. */
  to: v.pipe(v.string(), v.regex(/^[\w-]{16}$/)),
  /** RFC 9180, `enc`: a P-256 point, 65 bytes. */
  enc: v.pipe(v.string(), v.regex(/^[\w-]{87}$/)),
  /** base64url */
  sealed: v.pipe(v.string(), v.regex(/^[\w-]{22,400}$/)),
});
export type SealedRecoveryKey = v.InferOutput<typeof sealedRecoveryKey>;

/** Another use of the same key never gives what opens a recovery key. */
const PURPOSE = new TextEncoder().encode('denba recovery key');

const boundTo = (device: string, to: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalJson({ device, to }));

/** `text`: as people read it. */
export const sealRecoveryKey = async (to: CourierKey, device: string, text: string): Promise<SealedRecoveryKey> => {
  const suite = hpkeSuite();
  const publicKey = await suite.DeserializePublicKey(fromBase64Url(to.publicKey));
  const { encapsulatedSecret, ctx } = await suite.SetupSender(publicKey, { info: PURPOSE });
  const sealed = await ctx.Seal(new TextEncoder().encode(text), boundTo(device, to.id));
  const [enc, body] = [toBase64Url(encapsulatedSecret), toBase64Url(sealed)];
  return { denba: 'recovery-key', wire: WIRE, to: to.id, enc, sealed: body };
};

/** `null`: of another phone, sealed to another key, or changed. */
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
    // The library says why in many ways; for whoever asks they are one.
    return null;
  }
};
