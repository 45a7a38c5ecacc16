/**
 * One meeting of a phone with the server: reads what is new for its centre, then hands in its log from where the server
 * has it. It may break off at any point: what was kept is kept, and the next meeting goes on from there.
 *
 * Reading comes first: a phone that was put back from an old backup gets its own later entries back before it continues
 * its log, so that no number is given twice.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import { parseEntry } from '@denba/records/entry';
import { newClock, tick } from '@denba/records/hybrid-clock';
import { type LogLine, writeBundleOfLines } from '@denba/sync/bundle';
import type { SaveError, SealedStore, Session } from '../device.ts';
import { keepLink, type Link } from './link.ts';
import type { Server, Trouble } from './server.ts';

export type Meeting = {
  readonly link: Link;
  readonly sent: number;
  readonly received: number;
  /** `null`: everything is sent, and nothing more is to be read. */
  readonly trouble:
    | Trouble
    | SaveError
    /** An entry of our own log cannot be read here, and stands in the way of those behind it. */
    | { readonly kind: 'damagedLog'; readonly seq: number }
    | null;
};

type Given = {
  readonly session: Pick<Session<unknown>, 'deviceId' | 'log' | 'receive' | 'sign'> & {
    readonly sealed: SealedStore<JsonValue>;
  };
  readonly server: Pick<Server, 'push' | 'pull'>;
  readonly wallMs: () => number;
};

/** On a slow line a small bundle arrives whole before it breaks off; each that went well makes the next one larger. */
const FIRST_BUNDLE = 50;
const LARGEST_BUNDLE = 2_000;
const QUICK_MS = 4_000;
/**
 * A segment holds a family, so entries of many days: to read few of a log costs as much as to read many. What is read
 * together is held until it is sent, about 12 MB of text.
 */
const READ_TOGETHER = 10_000;

export const synchronise = async ({ session, server, wallMs }: Given, before: Link): Promise<Meeting> => {
  let link = before;
  let [sent, received] = [0, 0];
  const ended = (trouble: Meeting['trouble']): Meeting => ({ link, sent, received, trouble });
  const keep = async (change: Partial<Link>): Promise<void> => {
    link = { ...link, ...change };
    await keepLink(session.sealed, link);
  };
  const broken = async (trouble: Trouble): Promise<Meeting> => {
    if (trouble.kind === 'revoked') await keep({ revoked: true });
    return ended(trouble);
  };
  const met = (serverMs: number): Partial<Link> => ({
    ...{ lastContactMs: wallMs(), clockAheadMs: wallMs() - serverMs },
  });

  for (let more = true; more; ) {
    const page = await server.pull(link.readUpTo, link.seen);
    if (page.kind === 'restarted') {
      // From the beginning there is nothing to begin anew: whoever says so is not our server.
      if (link.readUpTo === 0) return ended({ kind: 'busy' });
      await keep({ readUpTo: 0, seen: null });
      continue;
    }
    if (page.kind !== 'page') return broken(page);
    const entries = page.lines.flatMap(({ entry }) => {
      const parsed = parseEntry(entry);
      return parsed.ok ? [parsed.value] : [];
    });
    if (entries.length !== page.lines.length) return ended({ kind: 'refused', code: 'unreadable-feed' });
    const added = await session.receive(entries);
    if (!added.ok) return ended(added.error);
    received += added.value.added;
    // What the server has of our log is what it says now: less than before when it was put back from a backup.
    const acknowledged = Math.min(page.end.acknowledged, session.log.head().seq);
    await keep({
      ...met(page.end.serverMs),
      ...{ readUpTo: page.end.next, seen: page.end.mark ?? null, acknowledged },
    });
    more = page.end.more;
  }

  let log: readonly LogLine[] = [];
  for (let size = FIRST_BUNDLE; link.acknowledged < session.log.head().seq; ) {
    const next = link.acknowledged + 1;
    let at = log.findIndex(({ seq }) => seq === next);
    if (at < 0) [log, at] = [await session.log.read(link.acknowledged, READ_TOGETHER), 0];
    if (log[at]?.seq !== next) return ended({ kind: 'damagedLog', seq: next });
    const lines = following(log, at, size);
    const madeAt = tick(newClock, wallMs()).time;
    const sign = async (bytes: Uint8Array<ArrayBuffer>) => (await session.sign(bytes)).signature;
    const bundle = await writeBundleOfLines(lines, session.deviceId, madeAt, sign);
    const start = wallMs();
    const pushed = await server.push(bundle);
    if (pushed.kind === 'gap') {
      if (pushed.acknowledged >= link.acknowledged) return ended({ kind: 'refused', code: 'gap' });
      await keep({ acknowledged: pushed.acknowledged });
      continue;
    }
    if (pushed.kind !== 'received') return broken(pushed);
    const { acknowledged, quarantined, serverMs } = pushed.answer;
    sent += Math.max(0, acknowledged - link.acknowledged);
    const apart = new Map(
      [...link.refused, ...quarantined].map((one) => [one.seq, { seq: one.seq, reason: one.reason }]),
    );
    await keep({ ...met(serverMs), acknowledged, refused: [...apart.values()] });
    if (wallMs() - start < QUICK_MS) size = Math.min(LARGEST_BUNDLE, size * 2);
  }
  return ended(null);
};

/** Up to `most` from a place on, as long as one follows the other: what cannot be read ends it. */
const following = (log: readonly LogLine[], at: number, most: number): readonly LogLine[] => {
  const first = log[at]?.seq ?? 0;
  const some = log.slice(at, at + most);
  const gap = some.findIndex(({ seq }, index) => seq !== first + index);
  return gap < 0 ? some : some.slice(0, gap);
};
