/**
 * Seals a bundle so that only the holder of one private key reads it: HPKE (RFC 9180), base mode,
 * DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, all of it in the browser's own cryptography. Who wrote the bundle
 * is said by the signature inside it. The head is bound to what is sealed.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { fromBase64Url, toBase64Url } from '../bundle.ts';
import { type CourierKey, keyId } from './courier-key.ts';
import { hpkeSuite } from './hpke-suite.ts';
import { packed, unpacked } from './packing.ts';
import { PARCEL_FORMAT, type Parcel, type ParcelHead, parcelOf, sealedBytes } from './parcel.ts';

export type PrivateKey = Uint8Array<ArrayBuffer>;

export type OpenProblem =
  /** Sealed to another key, or changed on the way. */
  | { readonly kind: 'notOpened' }
  /** A bundle larger than any may be. */
  | { readonly kind: 'tooLarge' };

/** Another use of the same key never gives what opens a parcel, nor does a parcel of one kind pass for another. */
const purposeOf = ({ kind }: Pick<ParcelHead, 'kind'>): Uint8Array =>
  new TextEncoder().encode(kind === undefined ? 'denba courier parcel' : `denba courier parcel ${kind}`);

export type Contents = {
  /** `family`: of `writeFamilyBundle`; without it: of `writeBundle`. */
  readonly kind?: 'family';
  readonly from: string;
  readonly first: number;
  readonly last: number;
  /** Its text. */
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

/** The text of the bundle. What it says is not checked. */
export const openParcel = async (parcel: Parcel, privateKey: PrivateKey): Promise<Result<string, OpenProblem>> => {
  const bytes = await unsealed(parcel, privateKey);
  if (bytes === null) return err({ kind: 'notOpened' });
  const text = await unpacked(bytes);
  return text === null ? err({ kind: 'tooLarge' }) : ok(text);
};

/** `publicKey`: what is handed out; `privateKey`: 32 bytes. */
export const makeCourierKey = async (): Promise<CourierKey & { readonly privateKey: PrivateKey }> => {
  const hpke = hpkeSuite();
  const pair = await hpke.GenerateKeyPair(true);
  const publicKey = await hpke.SerializePublicKey(pair.publicKey);
  const privateKey = new Uint8Array(await hpke.SerializePrivateKey(pair.privateKey));
  return { id: keyId(publicKey), publicKey: toBase64Url(publicKey), privateKey };
};

const unsealed = async (parcel: Parcel, privateKey: PrivateKey): Promise<Uint8Array<ArrayBuffer> | null> => {
  const hpke = hpkeSuite();
  // Extractable: a browser that cannot say the public half of a key otherwise computes it from this one.
  const key = await hpke.DeserializePrivateKey(privateKey, true);
  const aad = new TextEncoder().encode(parcel.headLine);
  try {
    const enc = fromBase64Url(parcel.head.enc);
    return new Uint8Array(await hpke.Open(key, enc, sealedBytes(parcel), { info: purposeOf(parcel.head), aad }));
  } catch {
    // The library says why in many ways; for whoever holds the file they are one: it is not ours, or not whole.
    return null;
  }
};
