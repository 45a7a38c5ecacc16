/** The process of a PostgreSQL in a data folder: starts it, finds a running one, stops it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Account } from './postgres-binaries.ts';
import { callOf } from './process-birth.ts';

const START_MS = 60_000;

export type Running = { readonly pid: number; readonly port: number; readonly child: ChildProcess | null };

/** The PostgreSQL that runs in `folder`, for instance one left behind by a Denba that was killed; `null`: none. */
export const runningIn = (folder: string): Running | null => {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  const isReady = lines[7]?.startsWith('ready') === true;
  return isReady && isAlive(pid) && worksIn(folder, pid) ? { pid, port, child: null } : null;
};

/** After a power cut another program may have the process id: it must be neither used nor stopped. */
const worksIn = (folder: string, pid: number): boolean => callOf(pid)?.includes(folder) ?? true;

export const startIn = async (
  folder: string,
  postgres: string,
  account: Account | null,
  port: number,
): Promise<Running> => {
  const child = spawn(
    postgres,
    [
      ...['-D', folder, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=60', '-c', 'log_min_messages=fatal'],
    ],
    { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`PostgreSQL did not start in ${START_MS / 1000} s. ${said}`)),
      START_MS,
    );
    const done = (act: () => void) => (): void => {
      clearTimeout(late);
      clearInterval(look);
      act();
    };
    const look = setInterval(() => {
      if (runningIn(folder)?.pid === child.pid) done(resolve)();
    }, 50);
    child.stderr.on('data', (text: Buffer) => {
      said = (said + text).slice(-2000);
    });
    child.once(
      'exit',
      done(() => reject(new Error(`PostgreSQL ended at once. ${said}`))),
    );
    child.once('error', (failure) => done(() => reject(failure))());
  });
  child.unref();
  child.stderr.resume();
  (child.stderr as unknown as { unref?: () => void }).unref?.();
  return { pid: child.pid ?? 0, port, child };
};

export const stop = async ({ pid }: Running): Promise<void> => {
  // SIGINT is PostgreSQL's fast shutdown: it closes the connections, flushes to disk and ends.
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid) && waited < START_MS; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => resolve(port));
    });
  });

export const isAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
};
