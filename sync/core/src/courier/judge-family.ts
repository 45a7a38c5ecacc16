/**
 * Which entries of a family that another phone sent join the record here. Each is checked by its own hash and, as far as
 * its neighbours in the log of its device are here or in the parcel, by the chain. What does not fit is told with its
 * reason and stays out; whatever is here stays as it is.
 */
import { type Entry, type EntryHash, entryToText, hashEntryText, parseEntry } from '@denba/records/entry';
import { readJson } from '../json-text.ts';
import { MOST_ENTRY_BYTES } from '../wire.ts';
import type { FamilyBundle } from './family-bundle.ts';

export const familyRefusals = [
  /** Not an entry, or not in the letters that were hashed. */
  'notAnEntry',
  /** Of a family that its head does not name. */
  'otherFamily',
  /** Another entry has its number already, here or in the parcel. */
  'fork',
  /** The hash before it is not that of the entry before it. */
  'brokenChain',
  /** Said to be of this very phone, which does not know it: nobody else continues its log. */
  'notOurs',
] as const;
export type FamilyRefusal = (typeof familyRefusals)[number];

export type NamedLine = { readonly device: string; readonly seq: number; readonly text: string };

export type Judgement = {
  readonly joins: readonly Entry[];
  /** Here already, letter by letter. */
  readonly known: readonly Entry[];
  readonly refused: readonly FamilyRefusal[];
};

/** Whose texts `judgeFamily` wants to see: the entries of the parcel, and those before and after them. */
export const neighboursOf = ({ lines }: Pick<FamilyBundle, 'lines'>): ReadonlyMap<string, ReadonlySet<number>> => {
  const wanted = new Map<string, Set<number>>();
  for (const line of lines) {
    const entry = readEntry(line);
    if (entry === null) continue;
    const seqs = wanted.get(entry.device) ?? new Set();
    for (const seq of [entry.seq - 1, entry.seq, entry.seq + 1]) seqs.add(seq);
    wanted.set(entry.device, seqs);
  }
  return wanted;
};

/** `device`: this one; `here`: what it holds of `neighboursOf`. */
export const judgeFamily = (
  { head, lines }: Pick<FamilyBundle, 'head' | 'lines'>,
  { device, here }: { readonly device: string; readonly here: readonly NamedLine[] },
): Judgement => {
  const families = new Set(head.families);
  const held = new Map(here.map(({ device: of, seq, text }) => [nameOf(of, seq), text]));
  const taken = new Map<string, EntryHash>();
  const refusedNames = new Set<string>();
  const joins: Entry[] = [];
  const known: Entry[] = [];
  const refused: FamilyRefusal[] = [];
  const read = lines.map((text) => ({ text, entry: readEntry(text) }));
  for (const { text, entry } of read.toSorted(bySeq)) {
    const reason = entry === null ? 'notAnEntry' : reasonAgainst(entry, text);
    if (reason !== null || entry === null) {
      refused.push(reason ?? 'notAnEntry');
      // Of another family it may well be the one before.
      if (entry !== null && reason !== 'otherFamily') refusedNames.add(nameOf(entry.device, entry.seq));
      continue;
    }
    const name = nameOf(entry.device, entry.seq);
    const twice = taken.has(name);
    taken.set(name, hashEntryText(text));
    if (!twice) (held.get(name) === text ? known : joins).push(entry);
  }
  return { joins, known, refused };

  function reasonAgainst(entry: Entry, text: string): FamilyRefusal | null {
    const { device: of, seq, prev, family } = entry;
    const name = nameOf(of, seq);
    const present = held.get(name);
    if (!families.has(family)) return 'otherFamily';
    if (present === text) return null;
    const hash = hashEntryText(text);
    const before = taken.get(name);
    if (present !== undefined || (before !== undefined && before !== hash)) return 'fork';
    if (of === device) return 'notOurs';
    const last = nameOf(of, seq - 1);
    const heldLast = held.get(last);
    const lastHash = heldLast === undefined ? taken.get(last) : hashEntryText(heldLast);
    const heldNext = held.get(nameOf(of, seq + 1));
    const next = heldNext === undefined ? null : readEntry(heldNext);
    const fits =
      (seq === 1) === (prev === null) &&
      (lastHash === undefined || lastHash === prev) &&
      (next === null || next.prev === hash) &&
      !refusedNames.has(last);
    return fits ? null : 'brokenChain';
  }
};

const nameOf = (device: string, seq: number): string => `${device} ${seq}`;

/** `null`: none, or not written as it is hashed. */
const readEntry = (line: string): Entry | null => {
  if (line.length > MOST_ENTRY_BYTES) return null;
  const parsed = parseEntry(readJson(line));
  return parsed.ok && entryToText(parsed.value) === line ? parsed.value : null;
};

type Read = { readonly entry: Entry | null };

/** Earlier entries of a device first. */
const bySeq = (a: Read, b: Read): number => (a.entry?.seq ?? 0) - (b.entry?.seq ?? 0);
