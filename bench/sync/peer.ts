/**
 * PouchDB and a server of its protocol (`bench/peer/`), each in a process of its own. They are installed there when
 * they are first needed and are not among Denba's packages (docs/decisions/0019).
 */
import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Entry, entryToText } from '@denba/records/entry';
import { type LinkConditions, startLink } from '../../apps/server/test/real-server/link-proxy.ts';
import { type PeerServer, said, startPeerServer } from './peer-servers.ts';

export type PeerRun = { readonly seconds: number; readonly bytes: number };
export type PeerRuns = { readonly push: PeerRun; readonly pull: PeerRun };

/**
 * The number of documents that the peer moves in one batch. `null`: its own default (`batch_size` 100, and up to ten
 * batches that wait, in pouchdb-replication 9). With 1000 it is faster.
 */
export type Batch = number | null;
export const TUNED: Batch = 1000;

/** Returns `null`, with a line on the console, when the peer is not installed and could not be fetched. */
export const peerRuns = async (
  root: string,
  entries: readonly Entry[],
  batch: Batch,
  kind: PeerServer,
  conditions: LinkConditions = {},
): Promise<PeerRuns | null> => {
  const folder = join(root, 'bench/peer');
  if (!installed(folder)) return null;
  const file = join(root, 'node_modules/.cache', `denba-peer-${process.pid}.ndjson`);
  const store = mkdtempSync(join(tmpdir(), 'denba-peer-'));
  writeFileSync(file, entries.map(entryToText).join('\n'));
  const serving = await startPeerServer(kind, folder, store);
  const link = await startLink(() => serving.port, conditions);
  const run = async (what: 'push' | 'pull'): Promise<PeerRun> => {
    const before = link.bytes();
    const address = `http://127.0.0.1:${link.port}/entries`;
    const phone = fork(join(folder, 'phone.mjs'), [what, address, file, ...(batch === null ? [] : [String(batch)])]);
    const { ms, written } = await said<{ readonly ms: number; readonly written: number }>(phone);
    if (written !== entries.length) throw new Error(`the peer moved ${written} of ${entries.length} entries`);
    const after = link.bytes();
    return { seconds: ms / 1000, bytes: after.up + after.down - before.up - before.down };
  };
  try {
    return { push: await run('push'), pull: await run('pull') };
  } finally {
    await link.end();
    serving.end();
    rmSync(file, { force: true });
    rmSync(store, { recursive: true, force: true });
  }
};

/** Installs the peer when it is not there. Returns false, with a line on the console, when it cannot be fetched. */
export const installed = (folder: string): boolean => {
  if (existsSync(join(folder, 'node_modules/pouchdb-server'))) return true;
  try {
    const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--workspaces=false'];
    execFileSync('npm', words, { cwd: folder, stdio: 'ignore', timeout: 300_000 });
    return true;
  } catch (failure) {
    console.log(
      `  NOT MEASURED: the peer could not be installed (npm install in bench/peer): ${(failure as Error).message}`,
    );
    return false;
  }
};
