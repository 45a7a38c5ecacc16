/**
 * Seals a bundle so that only the holder of one private key reads it: HPKE (RFC 9180), base mode,
 * DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, all of it in the browser's own cryptography. Who wrote the bundle
 * is said by the signature inside it. The head is bound to what is sealed.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fromBase64Url, toBase64Url } from '../bundle.ts';
import { MOST_BYTES } from '../wire.ts';
import { type CourierKey, keyId } from './courier-key.ts';
import { PARCEL_FORMAT, type Parcel, type ParcelHead, parcelOf, sealedBytes } from './parcel.ts';

export type PrivateKey = Uint8Array<ArrayBuffer>;

export type OpenProblem =
  /** Sealed to another key, or changed on the way. */
  | { readonly kind: 'notOpened' }
  /** A bundle larger than any may be. */
  | { readonly kind: 'tooLarge' };

const suite = () => new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** Another use of the same key never gives what opens a parcel. */
const PURPOSE = new TextEncoder().encode('denba courier parcel');

export type Contents = {
  readonly from: string;
  readonly first: number;
  readonly last: number;
  /** Text of `writeBundle`. */
  readonly bundle: string;
};

export const sealParcel = async (to: CourierKey, { from, first, last, bundle }: Contents): Promise<Parcel> => {
  const hpke = suite();
  const recipientPublicKey = await hpke.kem.deserializePublicKey(fromBase64Url(to.publicKey));
  const sender = await hpke.createSenderContext({ recipientPublicKey, info: PURPOSE });
  const enc = toBase64Url(new Uint8Array(sender.enc));
  const head: ParcelHead = { denba: 'courier', format: PARCEL_FORMAT, to: to.id, from, first, last, enc };
  const headLine = canonicalJson(head as JsonValue);
  const sealed = await sender.seal(await compressed(bundle), new TextEncoder().encode(headLine));
  return parcelOf(headLine, head, toBase64Url(new Uint8Array(sealed)));
};

/** The text of the bundle. What it says is not checked. */
export const openParcel = async (parcel: Parcel, privateKey: PrivateKey): Promise<Result<string, OpenProblem>> => {
  const packed = await unsealed(parcel, privateKey);
  if (packed === null) return err({ kind: 'notOpened' });
  const text = await decompressed(packed);
  return text === null ? err({ kind: 'tooLarge' }) : ok(text);
};

/** `publicKey`: what is handed out; `privateKey`: 32 bytes. */
export const makeCourierKey = async (): Promise<CourierKey & { readonly privateKey: PrivateKey }> => {
  const { kem } = suite();
  const pair = await kem.generateKeyPair();
  const publicKey = new Uint8Array(await kem.serializePublicKey(pair.publicKey));
  const privateKey = new Uint8Array(await kem.serializePrivateKey(pair.privateKey));
  return { id: keyId(publicKey), publicKey: toBase64Url(publicKey), privateKey };
};

const unsealed = async (parcel: Parcel, privateKey: PrivateKey): Promise<Uint8Array<ArrayBuffer> | null> => {
  const hpke = suite();
  const recipientKey = await hpke.kem.deserializePrivateKey(privateKey);
  const aad = new TextEncoder().encode(parcel.headLine);
  try {
    const enc = fromBase64Url(parcel.head.enc);
    return new Uint8Array(await hpke.open({ recipientKey, enc, info: PURPOSE }, sealedBytes(parcel), aad));
  } catch {
    // The library says why in many ways; for whoever holds the file they are one: it is not ours, or not whole.
    return null;
  }
};

const compressed = (text: string): Promise<ArrayBuffer> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();

/** `null`: longer than a bundle may be (a few kilobytes must not become gigabytes), or not compressed. */
const decompressed = async (bytes: Uint8Array<ArrayBuffer>): Promise<string | null> => {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > MOST_BYTES) {
        await reader.cancel();
        return null;
      }
      parts.push(part.value as Uint8Array<ArrayBuffer>);
    }
  } catch {
    return null;
  }
  return new Blob(parts).text();
};
