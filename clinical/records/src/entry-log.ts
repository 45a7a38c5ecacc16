/**
 * The log of one device: its entries numbered 1, 2, 3…, each naming the hash of the one before. Whoever holds a log can
 * tell that nothing was taken out, put in or changed.
 *
 * The last entry of a log is proved only by a head that was kept elsewhere (the server's last acknowledgement).
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { type Entry, type EntryHash, entryToText, hashEntry, hashEntryText } from './entry.ts';
import { parseFormKey } from './form-definition.ts';
import { readForm } from './form-registry.ts';
import type { DeviceId, EntryId } from './ids.ts';
import { type RecordError, recordError } from './record-error.ts';

/** The end of a log: the device, the number and the hash of its last entry. The next entry is chained to this hash. */
export type LogHead = { readonly device: DeviceId; readonly seq: number; readonly hash: EntryHash | null };

/** An entry that has not yet been appended to a log. */
export type EntryDraft = Omit<Entry, 'device' | 'seq' | 'prev'>;

export const emptyLog = (device: DeviceId): LogHead => ({ device, seq: 0, hash: null });

/**
 * Appends a draft and returns the entry, its canonical text and the new head. Answers of a known form are validated
 * strictly: a code that is not in this version's lists is an error here, although it is kept in an entry that comes from
 * another device.
 */
export const appendEntry = (
  log: LogHead,
  draft: EntryDraft,
): Result<{ readonly entry: Entry; readonly text: string; readonly log: LogHead }, readonly RecordError[]> => {
  if (parseFormKey(draft.form) === null) return err([recordError('notAForm', 'form', draft.form)]);
  const reading = readForm(draft.form, draft.answers, 'writing');
  if (reading.kind === 'unreadable') return err(reading.errors);
  const entry: Entry = { ...draft, device: log.device, seq: log.seq + 1, prev: log.hash };
  const text = entryToText(entry);
  return ok({ entry, text, log: { device: log.device, seq: entry.seq, hash: hashEntryText(text) } });
};

export type LogProblem =
  /** Entries `from` to `to` (both inclusive) are missing. */
  | { readonly kind: 'gap'; readonly from: number; readonly to: number }
  /**
   * The hash of the entry is not the one that the next entry, or the head, names: its content was changed afterwards.
   */
  | { readonly kind: 'altered'; readonly seq: number; readonly id: EntryId }
  /**
   * The entry's hash is named only by the next entry, which is itself altered: fetch that entry again, then check
   * again.
   */
  | { readonly kind: 'unproved'; readonly seq: number; readonly id: EntryId }
  /** The same entry occurs more than once: harmless. */
  | { readonly kind: 'duplicate'; readonly seq: number; readonly id: EntryId }
  /** Different entries have the same number: a backup was restored, or two devices share an id. Keep both. */
  | { readonly kind: 'fork'; readonly seq: number; readonly ids: readonly EntryId[] }
  | { readonly kind: 'foreignDevice'; readonly seq: number; readonly id: EntryId; readonly device: DeviceId };

/**
 * Checks the log of `device`; its entries may be in any order. Without `head` (from a trusted source, see the file
 * comment) the last entry cannot be checked. Returns an empty list when the log is complete and unchanged. Problems are
 * sorted by sequence number.
 */
export const verifyLog = (
  device: DeviceId,
  entries: Iterable<Entry>,
  head: LogHead | null = null,
): readonly LogProblem[] => {
  const problems: LogProblem[] = [];
  const bySeq = new Map<number, Map<EntryHash, Entry>>();
  for (const entry of entries) {
    const { id, seq } = entry;
    if (entry.device !== device) {
      problems.push({ kind: 'foreignDevice', seq, id, device: entry.device });
      continue;
    }
    const variants = bySeq.get(seq) ?? new Map<EntryHash, Entry>();
    const hash = hashEntry(entry);
    if (variants.has(hash)) problems.push({ kind: 'duplicate', seq, id });
    bySeq.set(seq, variants.set(hash, entry));
  }
  problems.push(...walkBack(bySeq, head));
  return problems.sort((a, b) => seqOf(a) - seqOf(b) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
};

/** Checks from the last entry to the first: each proved entry names the hash that the entry before it must have. */
const walkBack = (
  bySeq: ReadonlyMap<number, ReadonlyMap<EntryHash, Entry>>,
  head: LogHead | null,
): readonly LogProblem[] => {
  const problems: LogProblem[] = [];
  const seqs = [...bySeq.keys()].sort((a, b) => b - a);
  let expected: Expected = 'anything';
  let next = Math.max(seqs[0] ?? 0, head?.seq ?? 0) + 1;
  for (const seq of seqs) {
    const variants = [...(bySeq.get(seq) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    if (seq < next - 1) {
      problems.push({ kind: 'gap', from: seq + 1, to: next - 1 });
      expected = 'anything';
    }
    if (seq === head?.seq) expected = { hash: head.hash, proved: true };
    next = seq;
    if (variants.length > 1) problems.push({ kind: 'fork', seq, ids: variants.map(([, entry]) => entry.id) });
    const wanted: EntryHash | null = expected === 'anything' ? null : expected.hash;
    const match = variants.find(([hash]) => hash === wanted) ?? variants[0];
    if (match === undefined) continue;
    const [hash, entry] = match;
    const fits = expected === 'anything' || hash === expected.hash;
    if (!fits) problems.push({ kind: proves(expected) ? 'altered' : 'unproved', seq, id: entry.id });
    expected = { hash: entry.prev, proved: fits || !proves(expected) };
    if (seq === 1 && entry.prev !== null && fits) problems.push({ kind: 'altered', seq, id: entry.id });
  }
  if (next > 1) problems.push({ kind: 'gap', from: 1, to: next - 1 });
  return problems;
};

type Expected = 'anything' | { readonly hash: EntryHash | null; readonly proved: boolean };

const proves = (expected: Expected): boolean => expected !== 'anything' && expected.proved;

const seqOf = (problem: LogProblem): number => (problem.kind === 'gap' ? problem.from : problem.seq);
