/**
 * Sends the log of this phone, bundle after bundle, beginning after the last entry that the server has. The next bundle
 * is prepared while the server processes the one before, and sent once that is acknowledged.
 */
import { type EntryHash, hashEntryText } from '@denba/records/entry';
import { newClock, tick } from '@denba/records/hybrid-clock';
import { type LogLine, writeBundleOfLines } from '@denba/sync/bundle';
import { bothOf } from './both-of.ts';
import type { LinkKeeper, MeetingTrouble, Parties } from './meeting.ts';
import type { PushAnswer } from './server.ts';

/**
 * Starts small, so that on a slow line a whole bundle arrives before the connection breaks; each quick answer doubles
 * the size.
 */
const FIRST_BUNDLE = 50;
const LARGEST_BUNDLE = 2_000;
const QUICK_MS = 4_000;
/**
 * Number of entries read at once. A segment holds whole families, so entries of many days: reading a few entries of the
 * log costs as much as reading many. They are held until they are sent, about 12 MB of text.
 */
const READ_TOGETHER = 10_000;

/** `hash`: hash of the bundle's last entry. */
type Ready = { readonly text: string; readonly from: number; readonly upTo: number; readonly hash: EntryHash };

/** `trouble`: `null` when the server has the whole log. */
export const sendLog = async (
  { session, server, wallMs }: Parties,
  { link, keep, keepMet }: LinkKeeper,
): Promise<{ readonly sent: number; readonly trouble: MeetingTrouble | null }> => {
  let sent = 0;
  const ended = (trouble: MeetingTrouble | null) => ({ sent, trouble });
  const sign = async (bytes: Uint8Array<ArrayBuffer>) => (await session.sign(bytes)).signature;
  let log: readonly LogLine[] = [];
  /** Returns `null` when the log ends at `after`, or the entry after it cannot be read. */
  const makeReady = async (after: number, most: number): Promise<Ready | null> => {
    if (after >= session.log.head().seq) return null;
    const from = after + 1;
    let at = log.findIndex(({ seq }) => seq === from);
    if (at < 0) [log, at] = [await session.log.read(after, READ_TOGETHER), 0];
    if (log[at]?.seq !== from) return null;
    const lines = following(log, at, most);
    const text = await writeBundleOfLines(lines, session.deviceId, tick(newClock, wallMs()).time, sign);
    return { text, from, upTo: after + lines.length, hash: hashEntryText(lines.at(-1)?.text ?? '') };
  };

  let ready: Ready | null = null;
  for (let size = FIRST_BUNDLE; link().acknowledged < session.log.head().seq; ) {
    const { acknowledged: before, refused } = link();
    if (ready?.from !== before + 1) ready = await makeReady(before, size);
    if (ready === null) return ended({ kind: 'damagedLog', seq: before + 1 });
    const start = wallMs();
    const given: readonly [PushAnswer, Ready | null] = await bothOf(
      server.push(ready.text),
      makeReady(ready.upTo, size),
    );
    const [pushed, next] = given;
    const { upTo, hash } = ready;
    ready = next;
    if (pushed.kind === 'gap') {
      if (pushed.acknowledged >= before) return ended({ kind: 'refused', code: 'gap' });
      await keep({ acknowledged: pushed.acknowledged });
      continue;
    }
    if (pushed.kind !== 'received') return ended(pushed);
    const { acknowledged, head, quarantined, serverMs } = pushed.answer;
    sent += Math.max(0, acknowledged - before);
    const apart = new Map([...refused, ...quarantined].map((one) => [one.seq, { seq: one.seq, reason: one.reason }]));
    const held = acknowledged === upTo && head === hash ? { held: { seq: upTo, hash } } : {};
    await keepMet(serverMs, { acknowledged, refused: [...apart.values()], ...held });
    if (wallMs() - start < QUICK_MS) size = Math.min(LARGEST_BUNDLE, size * 2);
  }
  return ended(null);
};

/** Up to `most` lines from index `at` with consecutive numbers; an unreadable entry ends the run. */
const following = (log: readonly LogLine[], at: number, most: number): readonly LogLine[] => {
  const first = log[at]?.seq ?? 0;
  const some = log.slice(at, at + most);
  const gap = some.findIndex(({ seq }, index) => seq !== first + index);
  return gap < 0 ? some : some.slice(0, gap);
};
