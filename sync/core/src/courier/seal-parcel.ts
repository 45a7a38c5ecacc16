/**
 * Encrypts a bundle so that only the holder of one private key can read it: HPKE (RFC 9180), base mode, DHKEM(P-256,
 * HKDF-SHA256), HKDF-SHA256, AES-256-GCM, all by the browser's own cryptography. The signature inside the bundle proves
 * who wrote it. The head is authenticated as additional data.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { fromBase64Url, toBase64Url } from '../base64-url.ts';
import { type CourierKey, keyId } from './courier-key.ts';
import { hpkeSuite } from './hpke-suite.ts';
import { packed, unpacked } from './packing.ts';
import { PARCEL_FORMAT, type Parcel, type ParcelHead, parcelOf, sealedBytes } from './parcel.ts';

export type PrivateKey = Uint8Array<ArrayBuffer>;

export type OpenProblem =
  /** Encrypted to another key, or changed during transport. */
  | { readonly kind: 'notOpened' }
  /** Decompressed, the bundle would be larger than any may be. */
  | { readonly kind: 'tooLarge' };

/**
 * The HPKE `info`. It separates parcels from every other use of the same key, and each kind of parcel from the others.
 */
const purposeOf = ({ kind }: Pick<ParcelHead, 'kind'>): Uint8Array =>
  new TextEncoder().encode(kind === undefined ? 'denba courier parcel' : `denba courier parcel ${kind}`);

export type Contents = {
  /** `family`: the bundle is one of `writeFamilyBundle`; absent: one of `writeBundle`. */
  readonly kind?: 'family';
  readonly from: string;
  readonly first: number;
  readonly last: number;
  /** The text of the bundle. */
  readonly bundle: string;
};

export const sealParcel = async (to: CourierKey, { bundle, ...said }: Contents): Promise<Parcel> => {
  const hpke = hpkeSuite();
  const publicKey = await hpke.DeserializePublicKey(fromBase64Url(to.publicKey));
  const { encapsulatedSecret, ctx } = await hpke.SetupSender(publicKey, { info: purposeOf(said) });
  const enc = toBase64Url(encapsulatedSecret);
  const head: ParcelHead = { denba: 'courier', format: PARCEL_FORMAT, to: to.id, ...said, enc };
  const headLine = canonicalJson(head as JsonValue);
  const sealed = await ctx.Seal(await packed(bundle), new TextEncoder().encode(headLine));
  return parcelOf(headLine, head, toBase64Url(sealed));
};

/** Returns the text of the bundle, which is not validated. */
export const openParcel = async (parcel: Parcel, privateKey: PrivateKey): Promise<Result<string, OpenProblem>> => {
  const bytes = await unsealed(parcel, privateKey);
  if (bytes === null) return err({ kind: 'notOpened' });
  const text = await unpacked(bytes);
  return text === null ? err({ kind: 'tooLarge' }) : ok(text);
};

/** `publicKey` is the part that is sent out; `privateKey` has 32 bytes. */
export const makeCourierKey = async (): Promise<CourierKey & { readonly privateKey: PrivateKey }> => {
  const hpke = hpkeSuite();
  const pair = await hpke.GenerateKeyPair(true);
  const publicKey = await hpke.SerializePublicKey(pair.publicKey);
  const privateKey = new Uint8Array(await hpke.SerializePrivateKey(pair.privateKey));
  return { id: keyId(publicKey), publicKey: toBase64Url(publicKey), privateKey };
};

const unsealed = async (parcel: Parcel, privateKey: PrivateKey): Promise<Uint8Array<ArrayBuffer> | null> => {
  const hpke = hpkeSuite();
  // Extractable, because some browsers can derive the public half only by exporting the private key.
  const key = await hpke.DeserializePrivateKey(privateKey, true);
  const aad = new TextEncoder().encode(parcel.headLine);
  try {
    const enc = fromBase64Url(parcel.head.enc);
    return new Uint8Array(await hpke.Open(key, enc, sealedBytes(parcel), { info: purposeOf(parcel.head), aad }));
  } catch {
    // The library distinguishes many errors; all of them mean that the parcel is for another key, or was changed.
    return null;
  }
};
