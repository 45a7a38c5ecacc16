/**
 * Signed facts that travel on paper: `DENBA1:` and the base45 encoding of
 *
 *     packing (1 byte) · length of the body (2 bytes) · public key (33) · signature (64) · body
 *
 * The phone that made the code signs version, packing, length and body with its own key (ECDSA P-256, SHA-256). The
 * reader can verify that nothing was changed, and which phone signed. The content is not encrypted: it holds only what
 * its bearer may carry.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import type { JsonValue } from '@denba/records/canonical-json';
import { fromBase45, toBase45 } from '@denba/sync/base45';
import { compressPoint, decompressPoint, POINT_BYTES } from './p256-point.ts';
import { packings, packJson, unpackJson } from './packed-json.ts';

const CODE_VERSION = 1;

/** Signs with the key of this phone: signature r‖s (64 bytes), public key as an uncompressed point (65 bytes). */
export type Sign = (bytes: Uint8Array) => Promise<{ readonly signature: Uint8Array; readonly publicKey: Uint8Array }>;

export type SignedContent = {
  readonly content: JsonValue;
  /** The phone that signed: the first 8 bytes of the SHA-256 of its public key, as `A1B2 C3D4 …` (four groups). */
  readonly fingerprint: string;
};

export type CodeProblem =
  /** Another QR code or text. */
  | { readonly kind: 'notDenba' }
  /** Written by a newer version of Denba. */
  | { readonly kind: 'newer'; readonly version: number }
  /** The end of the code is missing. */
  | { readonly kind: 'incomplete' }
  /** Contains characters that no code has, or a signed body that cannot be unpacked. */
  | { readonly kind: 'unreadable' }
  /** The signature does not match: something was changed on the way. */
  | { readonly kind: 'altered' };

const SIGNATURE_BYTES = 64;
const HEAD_BYTES = 3;
const HEAD_LETTERS = 6;
const BODY_AT = HEAD_BYTES + POINT_BYTES + SIGNATURE_BYTES;

export const writeCode = async (content: JsonValue, sign: Sign): Promise<string> => {
  const { packing, bytes } = await packJson(content);
  const head = Uint8Array.from([packings.indexOf(packing), bytes.length >> 8, bytes.length & 0xff]);
  const { signature, publicKey } = await sign(signedPart(head, bytes));
  const code = Uint8Array.from([...head, ...compressPoint(publicKey), ...signature, ...bytes]);
  return `DENBA${CODE_VERSION}:${toBase45(code)}`;
};

/** The code as text for a message. Messages may lose spaces, so they are written as underscores. */
export const asMessage = (code: string): string => code.replaceAll(' ', '_');

export const readCode = async (text: string): Promise<Result<SignedContent, CodeProblem>> => {
  const found = /^DENBA(\d{1,4}):(.*)$/.exec(
    text
      .replace(/[\r\n\t]/g, '')
      .trimStart()
      .replaceAll('_', ' '),
  );
  const version = Number(found?.[1] ?? 0);
  if (version > CODE_VERSION) return err({ kind: 'newer', version });
  if (found === null || version < 1) return err({ kind: 'notDenba' });
  const letters = found[2] ?? '';
  const start = fromBase45(letters.slice(0, HEAD_LETTERS));
  if (letters.length < HEAD_LETTERS) return err({ kind: 'incomplete' });
  if (start === null) return err({ kind: 'unreadable' });
  const length = (start[1] ?? 0) * 256 + (start[2] ?? 0);
  const wanted = lettersFor(BODY_AT + length);
  if (letters.length < wanted) return err({ kind: 'incomplete' });
  if (letters.slice(wanted).trim() !== '') return err({ kind: 'altered' });
  const bytes = fromBase45(letters.slice(0, wanted));
  return bytes === null ? err({ kind: 'unreadable' }) : open(bytes);
};

/**
 * A short fingerprint to tell phones apart, on paper and by telephone. `key`: compressed or uncompressed public key.
 */
export const fingerprintOf = async (key: Uint8Array): Promise<string> => {
  const point = key.length === POINT_BYTES ? key : compressPoint(key);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(point)));
  const hex = [...hash.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase());
  return [0, 2, 4, 6].map((at) => `${hex[at]}${hex[at + 1]}`).join(' ');
};

const open = async (bytes: Uint8Array): Promise<Result<SignedContent, CodeProblem>> => {
  const part = (from: number, to: number): Uint8Array => bytes.subarray(from, to);
  const [head, key] = [part(0, HEAD_BYTES), part(HEAD_BYTES, HEAD_BYTES + POINT_BYTES)];
  const [signature, body] = [part(HEAD_BYTES + POINT_BYTES, BODY_AT), part(BODY_AT, bytes.length)];
  const packing = packings[bytes[0] ?? -1];
  if (packing === undefined) return err({ kind: 'altered' });
  if (!(await isSigned(signedPart(head, body), signature, key))) return err({ kind: 'altered' });
  const content = await unpackJson({ packing, bytes: body });
  return content.ok
    ? ok({ content: content.value, fingerprint: await fingerprintOf(key) })
    : err({ kind: 'unreadable' });
};

/** The version is signed too, so that a code of one version cannot be presented as one of another. */
const signedPart = (head: Uint8Array, body: Uint8Array): Uint8Array =>
  Uint8Array.from([...new TextEncoder().encode(`DENBA${CODE_VERSION}:`), ...head, ...body]);

const isSigned = async (bytes: Uint8Array, signature: Uint8Array, key: Uint8Array): Promise<boolean> => {
  const point = decompressPoint(key);
  if (point === null) return false;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const publicKey = await crypto.subtle.importKey('raw', Uint8Array.from(point), algorithm, false, ['verify']);
  const how = { name: 'ECDSA', hash: 'SHA-256' };
  return crypto.subtle.verify(how, publicKey, Uint8Array.from(signature), Uint8Array.from(bytes));
};

const lettersFor = (bytes: number): number => Math.floor(bytes / 2) * 3 + (bytes % 2) * 2;
