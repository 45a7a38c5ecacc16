/**
 * Makes the bundles of this phone's log, one after the other, and reads the log ahead: the next part is read while the
 * last bundles of the part before are on their way.
 */
import { type EntryHash, hashEntryText } from '@denba/records/entry';
import { newClock, tick } from '@denba/records/hybrid-clock';
import { type LogLine, writeBundleOfLines } from '@denba/sync/bundle';
import type { Parties } from './meeting.ts';

/** `hash`: hash of the bundle's last entry. */
export type Ready = {
  readonly text: string;
  readonly from: number;
  readonly upTo: number;
  readonly hash: EntryHash;
};

export type BundleMaker = {
  /**
   * Makes a bundle of up to `most` entries after the number `after`. Returns `null` when the log ends at `after`, or
   * the entry after it cannot be read.
   */
  readonly make: (after: number, most: number) => Promise<Ready | null>;
  /** Resolves when nothing is being read any more. */
  readonly settled: () => Promise<unknown>;
};

/**
 * Number of entries read at once. A segment holds whole families, so entries of many days: reading a few entries of the
 * log costs as much as reading many. They are held until they are sent, about 12 MB of text; while the next part is
 * read ahead, that too.
 */
const READ_TOGETHER = 10_000;
/** The next part is read as soon as fewer entries than this are left of the one before. */
const READ_AHEAD = 4_000;

export const bundleMaker = ({ session, wallMs }: Pick<Parties, 'session' | 'wallMs'>): BundleMaker => {
  const sign = async (bytes: Uint8Array<ArrayBuffer>) => (await session.sign(bytes)).signature;
  let log: readonly LogLine[] = [];
  let ahead: { readonly after: number; readonly read: Promise<PromiseSettledResult<readonly LogLine[]>> } | null = null;
  /** What goes wrong is thrown when the part is asked for, not before. */
  const readAhead = (after: number): void => {
    const read = Promise.allSettled([session.log.read(after, READ_TOGETHER)]).then(([outcome]) => outcome);
    ahead = { after, read };
  };
  const readAfter = async (after: number): Promise<readonly LogLine[]> => {
    const begun = await ahead?.read;
    const isWanted = ahead?.after === after;
    ahead = null;
    if (begun === undefined || !isWanted) return session.log.read(after, READ_TOGETHER);
    if (begun.status === 'rejected') throw begun.reason;
    return begun.value;
  };
  return {
    make: async (after, most) => {
      const last = session.log.head().seq;
      if (after >= last) return null;
      const from = after + 1;
      let at = log.findIndex(({ seq }) => seq === from);
      if (at < 0) [log, at] = [await readAfter(after), 0];
      if (log[at]?.seq !== from) return null;
      const end = log.at(-1)?.seq ?? 0;
      if (log.length - at < most && end < last) [log, at] = [[...log.slice(at), ...(await readAfter(end))], 0];
      const lines = following(log, at, most);
      const nextPart = log.at(-1)?.seq ?? 0;
      if (ahead === null && nextPart < last && log.length - at - lines.length < READ_AHEAD) readAhead(nextPart);
      const text = await writeBundleOfLines(lines, session.deviceId, tick(newClock, wallMs()).time, sign);
      return { text, from, upTo: after + lines.length, hash: hashEntryText(lines.at(-1)?.text ?? '') };
    },
    settled: async () => ahead?.read,
  };
};

/** Up to `most` lines from index `at` with consecutive numbers; an unreadable entry ends the run. */
const following = (log: readonly LogLine[], at: number, most: number): readonly LogLine[] => {
  const first = log[at]?.seq ?? 0;
  const some = log.slice(at, at + most);
  const gap = some.findIndex(({ seq }, index) => seq !== first + index);
  return gap < 0 ? some : some.slice(0, gap);
};
