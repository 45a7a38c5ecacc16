/**
 * A courier file: parcels one after the other, as text, so that it goes through whatever carries text. A parcel is three
 * lines:
 *
 *     head, readable · bundle, compressed and sealed to the key of whoever it is for · check sum of both lines
 *
 * Whoever carries it reads the head and nothing else: for which key, from which phone, which numbers of its log. The head
 * names nobody and no place. Two files joined are a file.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { isId } from '@denba/records/ids';
import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../bundle.ts';
import { readJson } from '../json-text.ts';
import { MOST_BYTES } from '../wire.ts';

/** Of the three lines. Grows when an older reader would misread them; a parcel that is newer is refused by name. */
export const PARCEL_FORMAT = 1;

const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const parcelHead = v.looseObject({
  denba: v.literal('courier'),
  format: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** Which key it is sealed to: `keyId`. */
  to: v.pipe(v.string(), v.regex(/^[\w-]{16}$/)),
  /** `family`: a family for another phone (`family-bundle.ts`). Without it: entries of one log, for a server. */
  kind: v.optional(v.string()),
  /** The device that sends it; without a kind, all entries are its own. */
  from: v.pipe(v.string(), v.check(isId)),
  /** Numbers of its first and last entry; a parcel with a kind says nothing with them. */
  first: seq,
  last: seq,
  /** What the receiver makes the key of this parcel with (RFC 9180, `enc`): a P-256 point, 65 bytes. */
  enc: v.pipe(v.string(), v.regex(/^[\w-]{87}$/)),
});
export type ParcelHead = v.InferOutput<typeof parcelHead>;

export type Parcel = {
  readonly head: ParcelHead;
  /** The line of the head: bound to what is sealed. */
  readonly headLine: string;
  /** base64url */
  readonly sealed: string;
  /** Of its contents: the same parcel twice is one. */
  readonly id: string;
};

export type ParcelProblem =
  /** Another kind of file. */
  | { readonly kind: 'notACourierFile' }
  /** Written by a newer Denba than this one. */
  | { readonly kind: 'newer'; readonly format: number }
  /** Cut off or changed on the way. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'tooLarge' };

export const parcelOf = (headLine: string, head: ParcelHead, sealed: string): Parcel => ({
  head,
  headLine,
  sealed,
  id: checkSum(headLine, sealed),
});

export const parcelText = ({ headLine, sealed, id }: Parcel): string => `${headLine}\n${sealed}\n${id}\n`;

/** All of them, or none: a file that is damaged anywhere is asked for again. */
export const readParcels = (text: string): Result<readonly Parcel[], ParcelProblem> => {
  if (text.length > MOST_BYTES) return err({ kind: 'tooLarge' });
  // A messenger may have put other line ends, or blank lines around.
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const parcels: Parcel[] = [];
  for (let at = 0; at < lines.length; at += LINES) {
    const read = readParcel(lines.slice(at, at + LINES), at === 0);
    if (!read.ok) return read;
    parcels.push(read.value);
  }
  return parcels.length === 0 ? err({ kind: 'notACourierFile' }) : ok(parcels);
};

const LINES = 3;

const readParcel = (
  [headLine = '', sealed = '', sum]: readonly string[],
  isFirst: boolean,
): Result<Parcel, ParcelProblem> => {
  const json = readJson(headLine) as { readonly denba?: unknown; readonly format?: unknown } | null;
  if (json?.denba !== 'courier') return err({ kind: isFirst ? 'notACourierFile' : 'damaged' });
  const { format } = json;
  if (typeof format === 'number' && format > PARCEL_FORMAT) return err({ kind: 'newer', format });
  const head = v.safeParse(parcelHead, json);
  if (!head.success || head.output.last < head.output.first || !isBase64Url(sealed)) return err({ kind: 'damaged' });
  const parcel = parcelOf(headLine, head.output, sealed);
  return parcel.id === sum ? ok(parcel) : err({ kind: 'damaged' });
};

/** Four letters are three bytes: one letter more is none. */
const isBase64Url = (text: string): boolean => text.length % 4 !== 1 && /^[\w-]+$/.test(text);

/** Against accidents on the way; against intent stands the seal. 16 bytes, base64url. */
const checkSum = (headLine: string, sealed: string): string =>
  toBase64Url(sha256(new TextEncoder().encode(`${headLine}\n${sealed}`)).subarray(0, 16));

export const sealedBytes = ({ sealed }: Parcel): Uint8Array<ArrayBuffer> => fromBase64Url(sealed);
