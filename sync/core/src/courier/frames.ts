/**
 * A small set of bytes as a sequence of QR codes, shown in a loop until the other phone has read them all. Each code
 * names its set, its number and how many there are, so that they may be read in any order, repeatedly, and beside those
 * of another set.
 *
 *     DENBAC1: base45( mark of the set, 4 bytes · number, 2 · how many, 2 · part )
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase45, toBase45 } from '../base45.ts';

const NAME = 'DENBAC1:';
const HEAD_BYTES = 8;
/** Fits QR version 13 at medium correction: 69 modules, four pixels each on the smallest phone. */
const PART_BYTES = 300;
/** A hundred pictures: reading more takes longer than people hold a phone still. */
export const MOST_FRAMED_BYTES = 30_000;
/** How many incomplete sets are kept at once; beyond that the oldest is dropped. */
const MOST_SETS = 4;

/** Throws `RangeError` when `bytes` is empty or longer than `MOST_FRAMED_BYTES`. */
export const toFrames = (bytes: Uint8Array): readonly string[] => {
  if (bytes.length === 0 || bytes.length > MOST_FRAMED_BYTES) throw new RangeError(`${bytes.length} bytes in pictures`);
  const count = Math.ceil(bytes.length / PART_BYTES);
  return Array.from({ length: count }, (_, number) => {
    const part = bytes.subarray(number * PART_BYTES, (number + 1) * PART_BYTES);
    const frame = new Uint8Array(HEAD_BYTES + part.length);
    frame.set(markOf(bytes));
    const view = new DataView(frame.buffer);
    view.setUint16(4, number);
    view.setUint16(6, count);
    frame.set(part, HEAD_BYTES);
    return `${NAME}${toBase45(frame)}`;
  });
};

type Parts = { readonly count: number; readonly parts: ReadonlyMap<number, Uint8Array> };

export type Gathered = {
  /** Incomplete sets by mark and count; the set that was seen last is at the end. */
  readonly sets: ReadonlyMap<string, Parts>;
  /** The bytes of a complete set; `null` while no set is complete. */
  readonly whole: Uint8Array<ArrayBuffer> | null;
};

export const nothingGathered: Gathered = { sets: new Map(), whole: null };

/** Progress of the set that was seen last; `null` when no picture was seen yet. */
export const progressOf = ({ sets }: Gathered): { readonly have: number; readonly count: number } | null => {
  const last = [...sets.values()].at(-1);
  return last === undefined ? null : { have: last.parts.size, count: last.count };
};

/** Adds the text of one QR code. Returns `before` unchanged when the text is not a picture of a set. */
export const addFrame = (before: Gathered, text: string): Gathered => {
  const frame = readFrame(text);
  if (frame === null || before.whole !== null) return before;
  const { key, number, count, part } = frame;
  const parts = new Map(before.sets.get(key)?.parts).set(number, part);
  const sets = new Map(before.sets);
  sets.delete(key);
  if (parts.size < count) {
    sets.set(key, { count, parts });
    const [oldest] = sets.keys();
    if (sets.size > MOST_SETS && oldest !== undefined) sets.delete(oldest);
    return { sets, whole: null };
  }
  const whole = joined(count, parts);
  // The joined bytes do not match the mark when a part was read wrongly: the set is collected again from the beginning.
  return { sets, whole: key.startsWith(keyOf(markOf(whole))) ? whole : null };
};

type Frame = { readonly key: string; readonly number: number; readonly count: number; readonly part: Uint8Array };

const readFrame = (text: string): Frame | null => {
  if (!text.startsWith(NAME)) return null;
  const bytes = fromBase45(text.slice(NAME.length));
  if (bytes === null || bytes.length <= HEAD_BYTES || bytes.length > HEAD_BYTES + PART_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [number, count] = [view.getUint16(4), view.getUint16(6)];
  if (number >= count || count > Math.ceil(MOST_FRAMED_BYTES / PART_BYTES)) return null;
  return { key: `${keyOf(bytes.subarray(0, 4))} ${count}`, number, count, part: bytes.subarray(HEAD_BYTES) };
};

const joined = (count: number, parts: ReadonlyMap<number, Uint8Array>): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array([...parts.values()].reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (let number = 0; number < count; number += 1) {
    const part = parts.get(number) ?? new Uint8Array();
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const markOf = (bytes: Uint8Array): Uint8Array => sha256(bytes).subarray(0, 4);
const keyOf = (mark: Uint8Array): string => toBase45(mark);
