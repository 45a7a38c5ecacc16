/**
 * A bundle: entries of one device in the form in which they travel, by network, file or QR code. Text, one JSON a line:
 *
 *     head · entry · entry · … · tail with the signature of the device over all bytes before it
 */

import { err, ok, type Result } from '@denba/quantities/result';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import { entryToText } from '@denba/records/entry';
import type { HybridTime } from '@denba/records/hybrid-clock';
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from './base64-url.ts';
import { readJson } from './json-text.ts';
import { type BundleHead, bundleHead, bundleTail, MOST_BYTES, MOST_ENTRIES, WIRE } from './wire.ts';

/** Signs with the device's key and returns the signature: r‖s, 64 bytes. */
export type Sign = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/** The lines of a signed text: a head, lines, and a tail with the signature over both. */
export type SignedLines = {
  /**
   * The entries as they arrived, not parsed: one that cannot be read is kept and reported, and does not hold up the
   * others.
   */
  readonly lines: readonly string[];
  readonly signature: string;
  /** The text that was signed: the head and the lines. */
  readonly signed: string;
};

export type Bundle = SignedLines & { readonly head: BundleHead };

export type BundleProblem =
  /** The text is not a bundle at all. */
  | { readonly kind: 'notABundle' }
  /** Written by a newer Denba than this one can read. */
  | { readonly kind: 'newer'; readonly wire: number }
  /** Its end is missing, or the number of lines is not the count that the head gives. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'tooLarge' };

/** One entry of a device's log: its sequence number and its canonical text (`entryToText`), which is what is hashed. */
export type LogLine = { readonly seq: number; readonly text: string };

/**
 * Writes a bundle of `entries`, which must be consecutive in the log of one device. Throws `RangeError` when they are
 * not, or when there are too many.
 */
export const writeBundle = (
  entries: readonly Entry[],
  device: string,
  madeAt: HybridTime,
  sign: Sign,
): Promise<string> => {
  if (entries.some((entry) => entry.device !== device)) throw new RangeError('a bundle holds entries of one device');
  return writeBundleOfLines(
    entries.map((entry) => ({ seq: entry.seq, text: entryToText(entry) })),
    device,
    madeAt,
    sign,
  );
};

/** Like `writeBundle`, for entries stored as text: the text is sent unchanged. */
export const writeBundleOfLines = async (
  lines: readonly LogLine[],
  device: string,
  madeAt: HybridTime,
  sign: Sign,
): Promise<string> => {
  const from = lines[0]?.seq ?? 1;
  if (lines.length > MOST_ENTRIES) throw new RangeError(`${lines.length} entries in one bundle`);
  if (lines.some(({ seq }, at) => seq !== from + at)) {
    throw new RangeError('a bundle holds entries of one device that follow each other');
  }
  const head: BundleHead = { denba: 'bundle', wire: WIRE, device, from, count: lines.length, madeAt };
  return writeSignedLines(
    head as JsonValue,
    lines.map(({ text }) => text),
    sign,
  );
};

/**
 * Reads the head and the tail of a bundle but does not parse its entries. Does not verify the signature: see
 * `isSignedBy`.
 */
export const readBundle = (text: string): Result<Bundle, BundleProblem> => {
  if (text.length > MOST_BYTES) return err({ kind: 'tooLarge' });
  const head = headOf(text);
  const wire = (head as { readonly wire?: unknown } | null)?.wire;
  if (typeof wire === 'number' && wire > WIRE) return err({ kind: 'newer', wire });
  const parsed = v.safeParse(bundleHead, head);
  if (!parsed.success) return err({ kind: 'notABundle' });
  const read = readSignedLines(text);
  if (read === null || read.lines.length !== parsed.output.count) return err({ kind: 'incomplete' });
  return ok({ head: parsed.output, ...read });
};

export const writeSignedLines = async (head: JsonValue, lines: readonly string[], sign: Sign): Promise<string> => {
  const signed = `${[canonicalJson(head), ...lines].join('\n')}\n`;
  const signature = toBase64Url(await sign(new TextEncoder().encode(signed)));
  return `${signed}${canonicalJson({ signature })}\n`;
};

/** The first line, parsed as JSON but not yet validated. */
export const headOf = (text: string): unknown => readJson(text.split('\n', 1)[0] ?? '');

/** The lines between head and tail; `null` when the tail is missing or wrong. */
export const readSignedLines = (text: string): SignedLines | null => {
  const lines = text.split('\n');
  // A text that ends with a line end gives an empty last part.
  const [last, end] = [lines.at(-2) ?? '', lines.at(-1)];
  const tail = v.safeParse(bundleTail, readJson(last));
  if (end !== '' || !tail.success) return null;
  const signed = text.slice(0, text.length - last.length - 1);
  return { lines: lines.slice(1, -2), signature: tail.output.signature, signed };
};

/** Verifies a signature. `publicKey`: the device's key as an uncompressed P-256 point (65 bytes). */
export const isSignedBy = async (
  { signature, signed }: Pick<SignedLines, 'signature' | 'signed'>,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<boolean> => {
  const how = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('raw', publicKey, how, false, ['verify']).catch(() => null);
  if (key === null) return false;
  const bytes = new TextEncoder().encode(signed);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64Url(signature), bytes);
};
