/**
 * A PostgreSQL of Denba's own, in its data folder: created at the first start, reachable from this machine only
 * (127.0.0.1, with a generated password). It keeps running when the server is killed; the next start takes it over.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { ToldFailure } from '../told-failure.ts';
import { FolderInUse, takeFolder } from './folder-in-use.ts';
import { keepAlive } from './keep-alive.ts';
import { type Account, canEnter, findBinaries, unprivilegedAccount } from './postgres-binaries.ts';
import { freePort, isAlive, type Running, runningIn, startIn, stop } from './postgres-process.ts';

export type OwnPostgres = {
  readonly url: string;
  /** Resolves when everything is on disk. */
  readonly stop: () => Promise<void>;
};

const USER = 'denba';

/** `failure`: why it could not be restarted this time; `null`: it runs. */
export type StartedAgain = (what: { readonly failure: string | null }) => void;

/**
 * Throws `FolderInUse` when another Denba uses this folder, and with a readable message when PostgreSQL does not start.
 * `startedAgain`: with it, a PostgreSQL that dies is restarted at the same address, and this is called; without it, it
 * stays down.
 */
export const startOwnPostgres = async (dataFolder: string, startedAgain?: StartedAgain): Promise<OwnPostgres> => {
  const account = unprivilegedAccount();
  const folder = join(dataFolder, 'postgres');
  // The account that runs PostgreSQL may traverse the data folder, nobody may list it; its contents are readable by
  // their owner only.
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account !== null && !canEnter(dataFolder, account)) {
    throw new ToldFailure({
      fr: `DENBA_DATA : PostgreSQL ne tourne pas en root, et son compte ne peut pas entrer dans ${dataFolder}. Choisissez un autre dossier, par exemple /var/lib/denba.`,
      en: `DENBA_DATA: PostgreSQL does not run as root, and its account cannot enter ${dataFolder}. Choose another folder, for instance /var/lib/denba.`,
    });
  }
  const release = takeFolder(dataFolder);
  try {
    const binaries = await findBinaries(account);
    const password = passwordIn(dataFolder);
    if (!existsSync(join(folder, 'PG_VERSION'))) makeCluster(binaries.initdb, folder, password, account);
    const running = runningIn(folder) ?? (await startIn(folder, binaries.postgres, account, await freePort()));
    const url = urlOf(password, running.port);
    await createDatabase(url);
    const start = () => startIn(folder, binaries.postgres, account, running.port);
    const isRunning = ({ pid }: Running): boolean => isAlive(pid);
    const kept =
      startedAgain === undefined ? null : keepAlive(running, { isAlive: isRunning, start, told: startedAgain });
    return {
      url,
      stop: async () => {
        await kept?.stop();
        await stop(kept?.current() ?? running);
        release();
      },
    };
  } catch (failure) {
    release();
    throw failure;
  }
};

/**
 * Like `startOwnPostgres`, for a command run beside a server: when that server runs, its PostgreSQL is used and left
 * running. `make`: whether to create a database where there is none; otherwise returns `null` then.
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

const passwordIn = (dataFolder: string): string => {
  const file = join(dataFolder, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
};

const makeCluster = (initdb: string, folder: string, password: string, account: Account | null): void => {
  // The only way to give initdb a password that other accounts cannot see is a file that its account can read.
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
