/**
 * The first push and the first pull with both phones as a midwife has them: in a browser, their store in IndexedDB on
 * disk. Ours encrypts, folds and signs; PouchDB does not. A phone is slowed down only on the main thread of its page.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Entry, entryToText } from '@denba/records/entry';
import { startLink } from '../../apps/server/test/real-server/link-proxy.ts';
import type { BenchFigure } from '../bench-figure.ts';
import { protocol } from '../browser/clinic-stories.ts';
import { bundled, serve } from '../browser/phone.ts';
import { type QuietPhone, switchOnQuietly } from '../browser/quiet-phone.ts';
import { installed, type PeerRun, type PeerRuns } from './peer.ts';
import { startPeerServer } from './peer-servers.ts';
import { untilFolded, withServer } from './running-server.ts';

type Moved = { readonly ms: number; readonly moved: number };
type Way = keyof PeerRuns;

/** The page comes from another address than the server: both servers are asked as if they had served it. */
const ANY_SERVER = ['--disable-web-security'];
/** `SLOWER=6` measures only the slowed phone, `SLOWER=1` only the other. */
const SPEEDS = process.env['SLOWER'] === undefined ? [1, 6] : [Number(process.env['SLOWER'])];
const targets: Readonly<Record<Way, { readonly faster: number; readonly smaller: number }>> = {
  push: { faster: 5, smaller: 5 },
  pull: { faster: 6, smaller: 2 },
};

export const meetingsInChromium = async (root: string, entries: readonly Entry[]): Promise<readonly BenchFigure[]> => {
  const page = (name: string) =>
    bundled(join(root, 'bench/browser', name), { events: join(root, 'bench/browser/events.js') });
  const site = await serve(
    new Map([
      ['/ours.js', await page('sync-page.ts')],
      ['/compress-worker.ts', await page('../../sync/device/src/sealing/compress-worker.ts')],
      ['/peer.js', await page('pouch-sync-page.ts')],
      ['/entries.ndjson', entries.map(entryToText).join('\n')],
      ['/protocol.json', JSON.stringify(protocol)],
    ]),
  );
  const figures: BenchFigure[] = [];
  try {
    for (const times of SPEEDS) {
      const ours = await meetingsOfOurs(root, `${site.url}/ours.html`, entries.length, times);
      const theirs = await meetingsOfPeer(root, `${site.url}/peer.html`, entries.length, times);
      figures.push(...figuresOf(ours, theirs, entries.length, times));
    }
  } finally {
    site.close();
  }
  return figures;
};

const meetingsOfOurs = (root: string, url: string, count: number, times: number): Promise<PeerRuns> =>
  withServer(root, async (running) => {
    await running.aPlace('bench');
    const link = await startLink(() => running.server.port);
    const address = `http://localhost:${link.port}/`;
    const joined = async (phone: QuietPhone): Promise<QuietPhone> => {
      await phone.evaluate(`page.join('bench', '${await running.codeFor('bench')}', '${address}')`);
      return phone;
    };
    const meet = async (phone: QuietPhone): Promise<Moved> => phone.evaluate(`page.meet('${address}')`);
    try {
      return await firstMeetings({ count, times, bytes: link.bytes }, url, {
        push: async (phone) => {
          await (await joined(phone)).evaluate('page.fill()');
          return () => meet(phone);
        },
        pull: async (phone) => {
          await untilFolded(running);
          await joined(phone);
          return () => meet(phone);
        },
      });
    } finally {
      await link.end();
    }
  });

/** Returns `null` when the peer is not installed and cannot be fetched. */
const meetingsOfPeer = async (root: string, url: string, count: number, times: number): Promise<PeerRuns | null> => {
  const folder = join(root, 'bench/peer');
  if (!installed(folder)) return null;
  const store = mkdtempSync(join(tmpdir(), 'denba-peer-'));
  const serving = await startPeerServer('pouchdb-server', folder, store);
  const link = await startLink(() => serving.port);
  const replicate = (phone: QuietPhone, way: 'to' | 'from') => (): Promise<Moved> =>
    phone.evaluate(`page.replicate('${way}', 'http://localhost:${link.port}/entries', null)`);
  try {
    return await firstMeetings({ count, times, bytes: link.bytes }, url, {
      push: async (phone) => {
        await phone.evaluate('page.fill()');
        return replicate(phone, 'to');
      },
      pull: async (phone) => replicate(phone, 'from'),
    });
  } finally {
    await link.end();
    serving.end();
    rmSync(store, { recursive: true, force: true });
  }
};

/** Measures what `prepare` returns, with the phone slowed down `times` times, each way on a phone of its own. */
const firstMeetings = async (
  { count, times, bytes }: { count: number; times: number; bytes: () => { up: number; down: number } },
  url: string,
  prepare: Readonly<Record<Way, (phone: QuietPhone) => Promise<() => Promise<Moved>>>>,
): Promise<PeerRuns> => {
  const run = async (way: Way): Promise<PeerRun> => {
    const profile = mkdtempSync(join(tmpdir(), 'denba-phone-'));
    const phone = await switchOnQuietly(profile, url, ANY_SERVER);
    try {
      const meet = await prepare[way](phone);
      const before = bytes();
      await phone.slowDown(times);
      const { ms, moved } = await meet();
      if (moved !== count) throw new Error(`${moved} of ${count} entries were moved`);
      const after = bytes();
      return { seconds: ms / 1000, bytes: after.up + after.down - before.up - before.down };
    } finally {
      await phone.switchOff();
      rmSync(profile, { recursive: true, force: true });
    }
  };
  return { push: await run('push'), pull: await run('pull') };
};

const figuresOf = (ours: PeerRuns, theirs: PeerRuns | null, count: number, times: number): readonly BenchFigure[] =>
  (['push', 'pull'] as const).flatMap((way) => {
    const name = `Chromium${times === 1 ? '' : `, ${times} times slower`}: first ${way}`;
    const { faster, smaller } = targets[way];
    const mine = [
      { what: name, value: count / ours[way].seconds, unit: 'entries/s', note: `${count} entries, store in IndexedDB` },
      { what: `${name}, bytes`, value: ours[way].bytes / count, unit: 'bytes an entry' },
    ];
    if (theirs === null) return mine;
    const ratio = (of: (run: PeerRun) => number): number => of(theirs[way]) / of(ours[way]);
    return [
      ...mine,
      {
        what: `${name} of PouchDB 9 and pouchdb-server 4.2`,
        value: count / theirs[way].seconds,
        unit: 'entries/s',
        note: 'in clear, no fold',
      },
      {
        what: `${name}: faster than PouchDB`,
        value: ratio(({ seconds }) => seconds),
        unit: 'times',
        note: `target ${faster}`,
      },
      {
        what: `${name}: fewer bytes than PouchDB`,
        value: ratio(({ bytes }) => bytes),
        unit: 'times',
        note: `target ${smaller}`,
      },
    ];
  });
