/** The two servers that PouchDB is measured with: `pouchdb-server` as it is installed, and the leanest that speaks its protocol. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type PeerServer = 'pouchdb-server' | 'leanest';

export type RunningPeer = { readonly port: number; readonly end: () => void };

/** `store`: an empty folder for its databases, settings and log. */
export const startPeerServer = (kind: PeerServer, folder: string, store: string): Promise<RunningPeer> =>
  kind === 'leanest' ? startLeanest(folder, store) : startPouchdbServer(folder, store);

const startLeanest = async (folder: string, store: string): Promise<RunningPeer> => {
  const serving = fork(join(folder, 'serve.mjs'), [store], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const { port } = await said<{ readonly port: number }>(serving);
  return { port, end: () => serving.kill() };
};

/** The program of the package with its own defaults (LevelDB, its log and its checks), but for the port and the folder. */
const startPouchdbServer = async (folder: string, store: string): Promise<RunningPeer> => {
  const port = await freePort();
  const program = join(folder, 'node_modules/pouchdb-server/bin/pouchdb-server');
  const serving = spawn(process.execPath, [program, '--port', `${port}`, '--dir', store], {
    cwd: store,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries > 300 || serving.exitCode !== null) throw new Error('pouchdb-server does not answer');
    await wait(100);
  }
  return { port, end: () => serving.kill() };
};

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    ({ ok }) => ok,
    () => false,
  );

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { readonly port: number };
  probe.close();
  await once(probe, 'close');
  return port;
};

/** The first message of a child; rejects if it exits before. */
export const said = <Told>(child: ChildProcess): Promise<Told> =>
  new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as Told));
    child.once('exit', (code) => reject(new Error(`the peer ended (${code}) without an answer`)));
  });
