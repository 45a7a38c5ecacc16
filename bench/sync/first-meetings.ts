/**
 * The first push of everything that a phone has, and the first pull of it to an empty phone, over an unrestricted line.
 */
import type { Entry } from '@denba/records/entry';
import { startLink } from '../../apps/server/test/real-server/link-proxy.ts';
import type { BenchFigure } from '../bench-figure.ts';
import { benchPhone, saveAll } from './bench-phone.ts';
import { type Batch, type PeerRuns, peerRuns, TUNED } from './peer.ts';
import type { PeerServer } from './peer-servers.ts';
import { untilFolded, withServer } from './running-server.ts';

/** `ofPeer`: how many of the entries are sent with the peer. */
export const firstMeetings = async (
  root: string,
  entries: readonly Entry[],
  ofPeer: number,
): Promise<readonly BenchFigure[]> => {
  const ours = await withServer(root, async (running) => {
    const { server, aPlace, codeFor } = running;
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
    const begun = performance.now();
    const push = await measured(async () => {
      const { ms, sent } = await sender.meet(link.port);
      return { ms, moved: sent };
    });
    // The phone already has its answer. The server still folds the last families, which must not be measured as part of
    // the pull.
    await untilFolded(running);
    const foldedSeconds = (performance.now() - begun) / 1000;
    const empty = await benchPhone('bench', await codeFor('bench'), server.port);
    const pull = await measured(async () => {
      const { ms, received } = await empty.meet(link.port);
      return { ms, moved: received };
    });
    await link.end();
    return { push, pull, foldedSeconds };
  });
  const peers: readonly Peer[] = [
    await peerIn(root, entries.slice(0, ofPeer), null, 'pouchdb-server'),
    await peerIn(root, entries.slice(0, ofPeer), null, 'leanest'),
    await peerIn(root, entries.slice(0, ofPeer), TUNED, 'leanest'),
  ].flatMap((peer) => (peer === null ? [] : [peer]));
  return (['push', 'pull'] as const).flatMap((what) => {
    const name = what === 'push' ? 'first push' : 'first pull to an empty phone';
    const mine = { rate: entries.length / ours[what].seconds, each: ours[what].bytes / entries.length };
    const size = `${entries.length} entries, one run`;
    const done =
      what === 'push'
        ? `signed and audited on disk; folded and counted after ${ours.foldedSeconds.toFixed(1)} s`
        : 'sealed and folded on the phone';
    const [faster, smaller] = what === 'push' ? [5, 5] : [6, 2];
    return [
      { what: name, value: ours[what].seconds, unit: 's', note: `${size}; ${done}; the phone's store is in memory` },
      { what: `${name}, entries`, value: mine.rate, unit: 'entries/s' },
      { what: `${name}, bytes`, value: mine.each, unit: 'bytes an entry', note: 'both ways, headers of HTTP included' },
      ...peers.flatMap(({ how, runs }): readonly BenchFigure[] => {
        const theirs = { rate: ofPeer / runs[what].seconds, each: runs[what].bytes / ofPeer };
        const peer = `PouchDB 9 and ${how}`;
        const note = `${ofPeer} entries, in clear, no fold; its phone in memory, its server on LevelDB; one run`;
        return [
          { what: `${peer}: ${name}`, value: theirs.rate, unit: 'entries/s', note },
          { what: `${peer}: ${name}, bytes`, value: theirs.each, unit: 'bytes an entry' },
          {
            what: `${name}: faster than PouchDB 9 and ${how}`,
            value: mine.rate / theirs.rate,
            unit: 'times',
            note: `target ${faster}; per entry`,
          },
          {
            what: `${name}: fewer bytes than PouchDB 9 and ${how}`,
            value: theirs.each / mine.each,
            unit: 'times',
            note: `target ${smaller}`,
          },
        ];
      }),
    ];
  });
};

type Peer = { readonly how: string; readonly runs: PeerRuns };

/** Returns `null` when the peer is not available. */
const peerIn = async (
  root: string,
  entries: readonly Entry[],
  batch: Batch,
  kind: PeerServer,
): Promise<Peer | null> => {
  const runs = await peerRuns(root, entries, batch, kind);
  const server = kind === 'leanest' ? 'express-pouchdb alone' : 'pouchdb-server 4.2';
  return runs === null ? null : { how: `${server}, ${batch === null ? 'as it comes' : `batches of ${batch}`}`, runs };
};
