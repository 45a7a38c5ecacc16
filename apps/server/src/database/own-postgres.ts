/**
 * A PostgreSQL of Denba's own, in its data folder: made at the first start, on this machine only (127.0.0.1, a password
 * that nobody types). It outlives a server that was killed; the next start takes it over.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { type Account, canEnter, findBinaries, unprivilegedAccount } from './postgres-binaries.ts';

export type OwnPostgres = {
  readonly url: string;
  /** Waits until everything is on disk. */
  readonly stop: () => Promise<void>;
};

export class FolderInUse extends Error {}

const USER = 'denba';
const START_MS = 60_000;

/** Throws `FolderInUse` when another Denba runs on this folder, and with a sentence when PostgreSQL does not start. */
export const startOwnPostgres = async (dataFolder: string): Promise<OwnPostgres> => {
  const account = unprivilegedAccount();
  const folder = join(dataFolder, 'postgres');
  // Passed through by the account that runs PostgreSQL, listed by nobody; what is in it is its owner's alone.
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account !== null && !canEnter(dataFolder, account)) {
    throw new Error(
      `PostgreSQL does not run as root, and its account cannot enter ${dataFolder}. Set DENBA_DATA to another folder.`,
    );
  }
  const release = takeFolder(dataFolder);
  try {
    const binaries = await findBinaries(account);
    const password = passwordIn(dataFolder);
    if (!existsSync(join(folder, 'PG_VERSION'))) makeCluster(binaries.initdb, folder, password, account);
    const running = runningIn(folder) ?? (await startIn(folder, binaries.postgres, account));
    const url = urlOf(password, running.port);
    await createDatabase(url);
    return {
      url,
      stop: async () => {
        await stop(running);
        release();
      },
    };
  } catch (failure) {
    release();
    throw failure;
  }
};

/**
 * As `startOwnPostgres`, for a command beside a server that may be running: that one's PostgreSQL is used then, and left
 * running. `make`: whether a database may be made where there is none; without it, none is `null`.
 */
export const reachOwnPostgres = async (
  dataFolder: string,
  { make }: { readonly make: boolean },
): Promise<OwnPostgres | null> => {
  const folder = join(dataFolder, 'postgres');
  if (!make && !existsSync(join(folder, 'PG_VERSION'))) return null;
  try {
    return await startOwnPostgres(dataFolder);
  } catch (failure) {
    const running = failure instanceof FolderInUse ? runningIn(folder) : null;
    if (running === null) throw failure;
    return { url: urlOf(passwordIn(dataFolder), running.port), stop: async () => {} };
  }
};

const urlOf = (password: string, port: number): string => `postgres://${USER}:${password}@127.0.0.1:${port}/denba`;

/** One Denba a folder. The mark of one that was killed counts for nothing. */
const takeFolder = (dataFolder: string): (() => void) => {
  const mark = join(dataFolder, 'in-use-by');
  const holder = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : Number.NaN;
  if (holder !== process.pid && isAlive(holder)) {
    throw new FolderInUse(`${dataFolder} is in use by another Denba (process ${holder}). Stop that one first.`);
  }
  writeFileSync(mark, String(process.pid));
  return () => rmSync(mark, { force: true });
};

const isAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const passwordIn = (dataFolder: string): string => {
  const file = join(dataFolder, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
};

const makeCluster = (initdb: string, folder: string, password: string, account: Account | null): void => {
  // initdb takes a password from a file that its account can read, and from nowhere else that is not seen by others.
  const file = join(dirname(folder), `.password-${process.pid}`);
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (account !== null) for (const path of [folder, file]) chownSync(path, account.uid, account.gid);
  const made = spawnSync(
    initdb,
    [
      ...['--pgdata', folder, '--username', USER, '--auth', 'scram-sha-256', '--pwfile', file],
      ...['--encoding', 'UTF8', '--locale', 'C', '--data-checksums'],
    ],
    { ...account, cwd: folder, encoding: 'utf8' },
  );
  rmSync(file, { force: true });
  if (made.status !== 0) throw new Error(`PostgreSQL could not be set up in ${folder}: ${made.error ?? made.stderr}`);
};

type Running = { readonly pid: number; readonly port: number; readonly child: ChildProcess | null };

/** Left behind by a Denba that was killed. */
const runningIn = (folder: string): Running | null => {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return isAlive(pid) && lines[7]?.startsWith('ready') === true ? { pid, port, child: null } : null;
};

const startIn = async (folder: string, postgres: string, account: Account | null): Promise<Running> => {
  const port = await freePort();
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

const stop = async ({ pid }: Running): Promise<void> => {
  // SIGINT: cut the connections, finish what is on its way to the disk, end.
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid) && waited < START_MS; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => resolve(port));
    });
  });

const createDatabase = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url.replace(/\/denba$/, '/postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'denba'");
    if (rowCount === 0) await client.query('CREATE DATABASE denba');
  } finally {
    await client.end();
  }
};
