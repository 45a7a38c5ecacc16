/**
 * Entries of a phone that was without network for long, over a bad line: 400 kbit/s in each direction, 400 ms round
 * trip.
 */
import type { Entry } from '@denba/records/entry';
import { type LinkConditions, startLink } from '../../apps/server/test/real-server/link-proxy.ts';
import type { BenchFigure } from '../bench-figure.ts';
import { benchPhone, saveAll } from './bench-phone.ts';
import { peerRuns, TUNED } from './peer.ts';
import { withServer } from './running-server.ts';

const LINE: LinkConditions = { bitsPerSecond: 400_000, roundTripMs: 400 };
const RUNS = 3;

export const slowLine = async (root: string, entries: readonly Entry[]): Promise<readonly BenchFigure[]> => {
  const seconds = await withServer(root, async ({ server, aPlace, codeFor }) => {
    const times: { readonly push: number; readonly pull: number }[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const place = `line-${run}`;
      await aPlace(place);
      const link = await startLink(() => server.port, LINE);
      const sender = await benchPhone(place, await codeFor(place), server.port);
      await saveAll(sender, entries);
      const pushed = await sender.meet(link.port);
      const reader = await benchPhone(place, await codeFor(place), server.port);
      const pulled = await reader.meet(link.port);
      if (pushed.sent !== entries.length || pulled.received !== entries.length) throw new Error('not all was moved');
      times.push({ push: pushed.ms / 1000, pull: pulled.ms / 1000 });
      await link.end();
    }
    return times;
  });
  const peer = await peerRuns(root, entries, TUNED, 'leanest', LINE);
  const middle = (what: 'push' | 'pull'): number =>
    seconds.map((run) => run[what]).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
  return (['push', 'pull'] as const).flatMap((what) => [
    {
      what: `${what} of ${entries.length} entries at 400 kbit/s, 400 ms`,
      value: middle(what),
      unit: 's',
      note: `target 15; median of ${RUNS}; the line is emulated`,
    },
    ...(peer === null
      ? []
      : [
          {
            what: `PouchDB 9 and express-pouchdb: the same ${what}`,
            value: peer[what].seconds,
            unit: 's',
            note: 'one run',
          },
        ]),
  ]);
};
