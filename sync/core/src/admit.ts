/**
 * Decides which entries of a bundle join the record, which are kept apart and why, and up to which entry the device may
 * regard its log as sent. Used by the server and by a phone that receives a bundle by courier; pure, so that the
 * simulation and the server decide alike.
 *
 * Nothing is dropped and nothing blocks the entries after it: an entry that cannot join is reported with its reason and
 * counted as received, and the log continues with the next one.
 */

import { isCanonicalText } from '@denba/records/canonical-json';
import { type Entry, type EntryHash, entryToText, hashEntryText, parseEntry } from '@denba/records/entry';
import type { SignedLines } from './bundle.ts';
import { readJson } from './json-text.ts';
import { type BundleHead, MOST_ENTRY_BYTES, type Refusal } from './wire.ts';

export type HashEntryText = (text: string) => EntryHash;

/** What is known of a device's log: everything up to and including the entry `acknowledged` was received. */
export type KnownLog = {
  readonly acknowledged: number;
  /** Hash of the entry `acknowledged`. `null`: the log is empty, or that entry could not be read. */
  readonly head: EntryHash | null;
};

export type Verdict =
  | { readonly kind: 'joins'; readonly entry: Entry; readonly text: string; readonly hash: EntryHash }
  /** The entry was received before: nothing to do. */
  | { readonly kind: 'known'; readonly seq: number }
  | { readonly kind: 'refused'; readonly seq: number; readonly reason: Refusal; readonly text: string };

export type Joining = Extract<Verdict, { readonly kind: 'joins' }>;
export type Refused = Extract<Verdict, { readonly kind: 'refused' }>;

export type Admission = { readonly verdicts: readonly Verdict[]; readonly log: KnownLog };

export type Question = {
  readonly log: KnownLog;
  /** Places in whose name the device may record entries. */
  readonly places: ReadonlySet<string>;
  /** Hash of an entry that was received before, by its sequence number; `null`: that entry could not be read then. */
  readonly earlier: (seq: number) => EntryHash | null;
  /** Returns the SHA-256 of an entry's text. Default: the portable implementation; the caller may pass a faster one. */
  readonly hash?: HashEntryText;
};

/** What `admit` needs of a bundle: its lines, the device whose log they belong to, and the number of the first line. */
export type Admitted = Pick<SignedLines, 'lines'> & { readonly head: Pick<BundleHead, 'device' | 'from'> };

/** Returns `null` when the bundle begins after the end of the known log: the entries in between must come first. */
export const admit = (
  { head, lines }: Admitted,
  { log, places, earlier, hash = hashEntryText }: Question,
): Admission | null => {
  if (head.from > log.acknowledged + 1) return null;
  const verdicts: Verdict[] = [];
  let { acknowledged, head: last } = log;
  // The hash of an entry that could not be read is unknown, so the `prev` of the entry after it is not checked.
  let unknown = acknowledged > 0 && last === null;
  for (const [at, text] of lines.entries()) {
    const seq = head.from + at;
    const read = readLine(text, hash);
    if (seq <= acknowledged) {
      const before = earlier(seq);
      const same = before === null || (read !== null && read.hash === before);
      // An unreadable line is reported as unreadable, even if an entry with its number was received before.
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
  // An entry written with other spacing is the same entry: it is read from its canonical text, which is what is hashed.
  const text = entryToText(parsed.value);
  const kept = parseEntry(JSON.parse(text));
  return kept.ok ? { entry: kept.value, text, hash: hash(text) } : null;
};

/** A lone surrogate in an id is replaced by another character when it is written as UTF-8: the id would change. */
const namesWhole = ({ id, family, subject }: Entry): boolean => !/\p{Cs}/u.test(`${id} ${family} ${subject ?? ''}`);

/** Keys that reading an entry drops, whatever their value: a line with one of them is written anew. */
const DROPPED = /"(__proto__|prototype|constructor)"/;

/** Takes a tenth of the time of writing the line anew. Every phone writes lines in this form. */
const isWrittenAsKept = (json: unknown, line: string): boolean => isCanonicalText(json, line) && !DROPPED.test(line);

const reasonUnread = (line: string): Refusal => (line.length > MOST_ENTRY_BYTES ? 'tooLarge' : 'notAnEntry');
