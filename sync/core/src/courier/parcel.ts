/**
 * A courier file: one or more parcels as text, so that any channel that carries text can carry it. A parcel is three
 * lines:
 *
 *     head, readable · bundle, compressed and encrypted to the receiver's key · checksum of both lines
 *
 * A courier can read the head only: the receiving key, the sending phone, and which numbers of its log. The head names
 * no person and no place. Two files joined one after the other are a valid file.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { isId } from '@denba/records/ids';
import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../base64-url.ts';
import { readJson } from '../json-text.ts';
import { MOST_BYTES } from '../wire.ts';

/** Version of the three lines. Raised when an older reader would misread them; a newer parcel is refused as `newer`. */
export const PARCEL_FORMAT = 1;

const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const parcelHead = v.looseObject({
  denba: v.literal('courier'),
  format: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** The key that the parcel is encrypted to: its `keyId`. */
  to: v.pipe(v.string(), v.regex(/^[\w-]{16}$/)),
  /** `family`: a family for another phone (`family-bundle.ts`). Without it: entries of one log, for a server. */
  kind: v.optional(v.string()),
  /** The device that sends the parcel; without `kind`, all entries are its own. */
  from: v.pipe(v.string(), v.check(isId)),
  /** Numbers of the first and the last entry; meaningless in a parcel that has a `kind`. */
  first: seq,
  last: seq,
  /**
   * The encapsulated key of HPKE (RFC 9180, `enc`), from which the receiver derives the key of this parcel: a P-256
   * point, 65 bytes.
   */
  enc: v.pipe(v.string(), v.regex(/^[\w-]{87}$/)),
});
export type ParcelHead = v.InferOutput<typeof parcelHead>;

export type Parcel = {
  readonly head: ParcelHead;
  /** The text of the head. The encryption authenticates it as additional data. */
  readonly headLine: string;
  /** The encrypted bundle, base64url. */
  readonly sealed: string;
  /** Checksum of the contents; the same parcel received twice has the same id. */
  readonly id: string;
};

export type ParcelProblem =
  /** The text is not a courier file. */
  | { readonly kind: 'notACourierFile' }
  /** Written by a newer Denba than this one. */
  | { readonly kind: 'newer'; readonly format: number }
  /** Cut off or changed during transport. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'tooLarge' };

export const parcelOf = (headLine: string, head: ParcelHead, sealed: string): Parcel => ({
  head,
  headLine,
  sealed,
  id: checkSum(headLine, sealed),
});

export const parcelText = ({ headLine, sealed, id }: Parcel): string => `${headLine}\n${sealed}\n${id}\n`;

/** Returns all parcels or none: the sender is asked again for a file that is damaged anywhere. */
export const readParcels = (text: string): Result<readonly Parcel[], ParcelProblem> => {
  if (text.length > MOST_BYTES) return err({ kind: 'tooLarge' });
  // A messenger may have changed the line ends, or added blank lines.
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

/** Four base64url characters are three bytes; a single remaining character cannot occur. */
const isBase64Url = (text: string): boolean => text.length % 4 !== 1 && /^[\w-]+$/.test(text);

/** Detects accidental damage only; deliberate changes are detected by the encryption. 16 bytes, base64url. */
const checkSum = (headLine: string, sealed: string): string =>
  toBase64Url(sha256(new TextEncoder().encode(`${headLine}\n${sealed}`)).subarray(0, 16));

export const sealedBytes = ({ sealed }: Parcel): Uint8Array<ArrayBuffer> => fromBase64Url(sealed);
