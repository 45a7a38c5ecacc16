/** The first push of everything that a phone has, and the first pull of it to an empty phone, over an unhindered line. */
import type { Entry } from '@denba/records/entry';
import { startLink } from '../../apps/server/test/real-server/link-proxy.ts';
import type { BenchFigure } from '../bench-figure.ts';
import { benchPhone, saveAll } from './bench-phone.ts';
import { peerRuns } from './peer.ts';
import { withServer } from './running-server.ts';

/** `ofPeer`: how many of the entries the peer moves. */
export const firstMeetings = async (
  root: string,
  entries: readonly Entry[],
  ofPeer: number,
): Promise<readonly BenchFigure[]> => {
  const ours = await withServer(root, async ({ server, aPlace, codeFor }) => {
    await aPlace('bench');
    const link = await startLink(() => server.port);
    const sender = await benchPhone('bench', await codeFor('bench'), server.port);
    await saveAll(sender, entries);
    const measured = async (meet: () => Promise<{ readonly ms: number; readonly moved: number }>) => {
      const before = link.bytes();
      const { ms, moved } = await meet();
      if (moved !== entries.length) throw new Error(`${moved} of ${entries.length} entries were moved`);
      const after = link.bytes();
      return { seconds: ms / 1000, bytes: after.up + after.down - before.up - before.down };
    };
    const push = await measured(async () => {
      const { ms, sent } = await sender.meet(link.port);
      return { ms, moved: sent };
    });
    const empty = await benchPhone('bench', await codeFor('bench'), server.port);
    const pull = await measured(async () => {
      const { ms, received } = await empty.meet(link.port);
      return { ms, moved: received };
    });
    await link.end();
    return { push, pull };
  });
  const peer = await peerRuns(root, entries.slice(0, ofPeer));
  return (['push', 'pull'] as const).flatMap((what) => {
    const name = what === 'push' ? 'first push' : 'first pull to an empty phone';
    const mine = { rate: entries.length / ours[what].seconds, each: ours[what].bytes / entries.length };
    const size = `${entries.length} entries, one run`;
    const done = what === 'push' ? 'signed, folded and audited on disk' : 'sealed and folded on the phone';
    const own: readonly BenchFigure[] = [
      { what: name, value: ours[what].seconds, unit: 's', note: `${size}; ${done}; the phone's store is in memory` },
      { what: `${name}, entries`, value: mine.rate, unit: 'entries/s' },
      { what: `${name}, bytes`, value: mine.each, unit: 'bytes an entry', note: 'both ways, headers of HTTP included' },
    ];
    if (peer === null) return own;
    const theirs = { rate: ofPeer / peer[what].seconds, each: peer[what].bytes / ofPeer };
    const [faster, smaller] = what === 'push' ? [5, 5] : [6, 2];
    const peerNote = `${ofPeer} entries in batches of 1000, in clear, no fold; its phone in memory, its server on LevelDB; one run`;
    return [
      ...own,
      { what: `PouchDB 9 and express-pouchdb: ${name}`, value: theirs.rate, unit: 'entries/s', note: peerNote },
      { what: `PouchDB 9 and express-pouchdb: ${name}, bytes`, value: theirs.each, unit: 'bytes an entry' },
      { what: `${name}: faster`, value: mine.rate / theirs.rate, unit: 'times', note: `target ${faster}; per entry` },
      { what: `${name}: fewer bytes`, value: theirs.each / mine.each, unit: 'times', note: `target ${smaller}` },
    ];
  });
};
