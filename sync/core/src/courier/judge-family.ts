/**
 * Decides which entries of a family that another phone sent join the record here. Each entry is checked by its own hash
 * and, where its neighbours in the log of its device are stored here or in the parcel, by the hash chain. An entry that
 * does not fit is reported with its reason and stays out; stored entries never change.
 */
import { type Entry, type EntryHash, entryToText, hashEntryText, parseEntry } from '@denba/records/entry';
import { readJson } from '../json-text.ts';
import { MOST_ENTRY_BYTES } from '../wire.ts';
import type { FamilyBundle } from './family-bundle.ts';

export const familyRefusals = [
  /** Not an entry, or not written in the canonical form that is hashed. */
  'notAnEntry',
  /** The entry belongs to a family that the head does not name. */
  'otherFamily',
  /** Another entry with the same device and number exists already, here or in the parcel. */
  'fork',
  /** Its `prev` is not the hash of the entry before it, or the entry after it names another hash. */
  'brokenChain',
  /** The entry claims to be of this very phone, which does not have it: no other phone may continue its log. */
  'notOurs',
] as const;
export type FamilyRefusal = (typeof familyRefusals)[number];

export type NamedLine = { readonly device: string; readonly seq: number; readonly text: string };

export type Judgement = {
  readonly joins: readonly Entry[];
  /** Entries that are stored here already with exactly the same text. */
  readonly known: readonly Entry[];
  readonly refused: readonly FamilyRefusal[];
};

/**
 * The entries, by device and number, whose texts `judgeFamily` needs: those of the parcel, and the ones before and
 * after each.
 */
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

/** `device`: this phone; `here`: the stored entries among those that `neighboursOf` names. */
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
      // An entry of another family is not wrong, so the entry after it may still join.
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

/** Returns `null` when the line is not an entry, or not written in its canonical form. */
const readEntry = (line: string): Entry | null => {
  if (line.length > MOST_ENTRY_BYTES) return null;
  const parsed = parseEntry(readJson(line));
  return parsed.ok && entryToText(parsed.value) === line ? parsed.value : null;
};

type Read = { readonly entry: Entry | null };

/** Sorts by sequence number, so that earlier entries of a device come first. */
const bySeq = (a: Read, b: Read): number => (a.entry?.seq ?? 0) - (b.entry?.seq ?? 0);
