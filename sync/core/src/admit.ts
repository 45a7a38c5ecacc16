/**
 * Which entries of a bundle join the record, which are kept apart and why, and how far the device may forget that it has
 * to send. Decides for the server and for a phone that receives a bundle by courier; pure, so that the simulation and the
 * server decide alike.
 *
 * Nothing is dropped and nothing blocks what stands behind it: an entry that cannot join is told with its reason and
 * counted as received, and the log goes on with the next one.
 */

import { isCanonicalText } from '@denba/records/canonical-json';
import { type Entry, type EntryHash, entryToText, hashEntryText, parseEntry } from '@denba/records/entry';
import type { SignedLines } from './bundle.ts';
import { readJson } from './json-text.ts';
import { type BundleHead, MOST_ENTRY_BYTES, type Refusal } from './wire.ts';

export type HashEntryText = (text: string) => EntryHash;

/** What is known of a log: as far as it was acknowledged. */
export type KnownLog = {
  readonly acknowledged: number;
  /** Hash of the entry `acknowledged`. `null`: the log is empty, or that entry could not be read. */
  readonly head: EntryHash | null;
};

export type Verdict =
  | { readonly kind: 'joins'; readonly entry: Entry; readonly text: string; readonly hash: EntryHash }
  /** Sent again: nothing to do. */
  | { readonly kind: 'known'; readonly seq: number }
  | { readonly kind: 'refused'; readonly seq: number; readonly reason: Refusal; readonly text: string };

export type Joining = Extract<Verdict, { readonly kind: 'joins' }>;
export type Refused = Extract<Verdict, { readonly kind: 'refused' }>;

export type Admission = { readonly verdicts: readonly Verdict[]; readonly log: KnownLog };

export type Question = {
  readonly log: KnownLog;
  /** Places in whose name the device may record. */
  readonly places: ReadonlySet<string>;
  /** Hash of an entry that was received before, by its number; `null`: it could not be read then. */
  readonly earlier: (seq: number) => EntryHash | null;
  /** SHA-256 of an entry's text, by something faster than what runs everywhere. */
  readonly hash?: HashEntryText;
};

/** What is asked of a bundle: whose log it is of, and from which number on. */
export type Admitted = Pick<SignedLines, 'lines'> & { readonly head: Pick<BundleHead, 'device' | 'from'> };

/** `null`: the bundle begins later than the log ends; what lies between has to come first. */
export const admit = (
  { head, lines }: Admitted,
  { log, places, earlier, hash = hashEntryText }: Question,
): Admission | null => {
  if (head.from > log.acknowledged + 1) return null;
  const verdicts: Verdict[] = [];
  let { acknowledged, head: last } = log;
  // After an entry that could not be read nobody knows its hash: the next one is taken at its word.
  let unknown = acknowledged > 0 && last === null;
  for (const [at, text] of lines.entries()) {
    const seq = head.from + at;
    const read = readLine(text, hash);
    if (seq <= acknowledged) {
      const before = earlier(seq);
      const same = before === null || (read !== null && read.hash === before);
      // What cannot be read says so, whether it came before or after the entry of its number.
      const reason = read === null ? reasonUnread(text) : 'fork';
      verdicts.push(same ? { kind: 'known', seq } : { kind: 'refused', seq, reason, text });
      continue;
    }
    const reason =
      read === null ? reasonUnread(text) : reasonAgainst(read.entry, seq, unknown ? read.entry.prev : last);
    if (read !== null && (reason === null || reason === 'wrongPlace')) {
      [last, unknown] = [read.hash, false];
    } else {
      [last, unknown] = [null, true];
    }
    verdicts.push(
      read !== null && reason === null
        ? { kind: 'joins', entry: read.entry, text: read.text, hash: read.hash }
        : { kind: 'refused', seq, reason: reason ?? 'notAnEntry', text },
    );
    acknowledged = seq;
  }
  return { verdicts, log: { acknowledged, head: last } };

  function reasonAgainst(entry: Entry, seq: number, expected: EntryHash | null): Refusal | null {
    if (entry.device !== head.device) return 'foreignDevice';
    if (entry.seq !== seq || entry.prev !== expected) return 'brokenChain';
    return places.has(entry.facility) ? null : 'wrongPlace';
  }
};

type ReadLine = { readonly entry: Entry; readonly text: string; readonly hash: EntryHash };

const readLine = (line: string, hash: HashEntryText): ReadLine | null => {
  if (line.length > MOST_ENTRY_BYTES) return null;
  const json = readJson(line);
  const parsed = parseEntry(json);
  if (!parsed.ok || !namesWhole(parsed.value)) return null;
  if (isWrittenAsKept(json, line)) return { entry: parsed.value, text: line, hash: hash(line) };
  // As it is hashed: an entry written with other spaces is the same entry, and is read as it is kept.
  const text = entryToText(parsed.value);
  const kept = parseEntry(JSON.parse(text));
  return kept.ok ? { entry: kept.value, text, hash: hash(text) } : null;
};

/** Half of a character in a name becomes another name wherever it is written as bytes. */
const namesWhole = ({ id, family, subject }: Entry): boolean => !/\p{Cs}/u.test(`${id} ${family} ${subject ?? ''}`);

/** Names that reading an entry drops, whatever they hold: such a line is written anew. */
const DROPPED = /"(__proto__|prototype|constructor)"/;

/** Told in a tenth of the time that writing it anew takes; every phone writes so. */
const isWrittenAsKept = (json: unknown, line: string): boolean => isCanonicalText(json, line) && !DROPPED.test(line);

const reasonUnread = (line: string): Refusal => (line.length > MOST_ENTRY_BYTES ? 'tooLarge' : 'notAnEntry');
