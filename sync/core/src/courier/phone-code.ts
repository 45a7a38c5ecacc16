/**
 * The code of a phone, which another phone reads from its screen or from a small file: centre, phone, the key that
 * parcels for it are encrypted to, and the key that it signs with. Nothing in it is secret. The phone signs its code,
 * so that nobody can publish another encryption key under its name.
 *
 *     DENBAP1: base45( courier key, 65 bytes · signing key, 65 · signature, 64 · JSON of phone, centre and its name )
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { canonicalJson } from '@denba/records/canonical-json';
import { isId } from '@denba/records/ids';
import * as v from 'valibot';
import { fromBase45, toBase45 } from '../base45.ts';
import { fromBase64Url, toBase64Url } from '../base64-url.ts';
import { isSignedBy, type Sign } from '../bundle.ts';
import { readJson } from '../json-text.ts';
import { type CourierKey, keyId } from './courier-key.ts';

export type PhoneCode = {
  readonly device: string;
  readonly centre: { readonly id: string; readonly name: string };
  /** The key that parcels for this phone are encrypted to. */
  readonly courierKey: CourierKey;
  /** The key that the phone signs with: uncompressed P-256 point, 65 bytes, base64url. */
  readonly signingKey: string;
};

export type PhoneCodeProblem =
  /** Another kind of QR code or file. */
  | { readonly kind: 'notACode' }
  /** Written by a newer Denba. */
  | { readonly kind: 'newer'; readonly version: number }
  /** Cut off, changed during transport, or not signed by the phone that it names. */
  | { readonly kind: 'damaged' };

const VERSION = 1;
const POINT = 65;
const SIGNATURE = 64;
const NAMES_AT = 2 * POINT + SIGNATURE;
const MOST_LETTERS = 2_000;

const names = v.strictTuple([
  v.pipe(v.string(), v.check(isId)),
  v.pipe(v.string(), v.check(isId)),
  v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
]);

/** `sign` must use the private key of `signingKey`. */
export const writePhoneCode = async (code: PhoneCode, sign: Sign): Promise<string> => {
  const signature = await sign(signedBytes(code));
  const named = new TextEncoder().encode(namesOf(code));
  const bytes = [
    ...fromBase64Url(code.courierKey.publicKey),
    ...fromBase64Url(code.signingKey),
    ...signature,
    ...named,
  ];
  return `DENBAP${VERSION}:${toBase45(Uint8Array.from(bytes))}`;
};

export const readPhoneCode = async (text: string): Promise<Result<PhoneCode, PhoneCodeProblem>> => {
  const found = /^\uFEFF?\s*DENBAP(\d{1,4}):([^\r\n]*)/.exec(text.slice(0, MOST_LETTERS));
  if (found === null) return err({ kind: 'notACode' });
  const version = Number(found[1]);
  if (version > VERSION) return err({ kind: 'newer', version });
  // Some messengers lose spaces, so a code may be written with underscores in their place.
  const bytes = fromBase45((found[2] ?? '').replaceAll('_', ' '));
  if (bytes === null || bytes.length <= NAMES_AT) return err({ kind: 'damaged' });
  const courierPoint = bytes.slice(0, POINT);
  const said = v.safeParse(names, readJson(new TextDecoder().decode(bytes.subarray(NAMES_AT))));
  if (!said.success) return err({ kind: 'damaged' });
  const [device, id, name] = said.output;
  const signingPoint = bytes.slice(POINT, 2 * POINT);
  const code: PhoneCode = {
    device,
    centre: { id, name },
    signingKey: toBase64Url(signingPoint),
    courierKey: { id: keyId(courierPoint), publicKey: toBase64Url(courierPoint) },
  };
  const signature = toBase64Url(bytes.subarray(2 * POINT, NAMES_AT));
  const signed = new TextDecoder().decode(signedBytes(code));
  return (await isSignedBy({ signature, signed }, signingPoint)) ? ok(code) : err({ kind: 'damaged' });
};

/** What the code says, as text: this text is signed, and the check word is derived from it. */
export const phoneCodeText = (code: PhoneCode): string =>
  `denba phone code ${VERSION}\n${code.courierKey.publicKey}\n${code.signingKey}\n${namesOf(code)}`;

const signedBytes = (code: PhoneCode): Uint8Array<ArrayBuffer> => new TextEncoder().encode(phoneCodeText(code));

const namesOf = ({ device, centre }: PhoneCode): string => canonicalJson([device, centre.id, centre.name]);

export const sameKeys = (a: PhoneCode, b: PhoneCode): boolean =>
  a.courierKey.publicKey === b.courierKey.publicKey && a.signingKey === b.signingKey;
