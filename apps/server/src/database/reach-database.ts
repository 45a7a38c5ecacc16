/** Connects a console command to the database of a server, whether or not that server runs, without its web pages. */
import { err, ok, type Result } from '@denba/quantities/result';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Configuration } from '../configuration.ts';
import { FolderInUse } from './folder-in-use.ts';
import { digestOf, shippedMigrations } from './migrate.ts';
import { reachOwnPostgres } from './own-postgres.ts';
import type { Tables } from './tables.ts';

export type ReachedDatabase = { readonly db: Kysely<Tables>; readonly end: () => Promise<void> };

export type ReachProblem =
  /** No server has been started with this folder. */
  | { readonly kind: 'noDatabase'; readonly folder: string }
  /** Another command, or a server that is starting, uses the folder. */
  | { readonly kind: 'busy'; readonly folder: string }
  | { readonly kind: 'noAnswer'; readonly code: string }
  /** No Denba has used this database yet, or one of another version has. */
  | { readonly kind: 'otherVersion'; readonly is: 'empty' | 'older' | 'newer' };

/**
 * What the command requires: `anything`: nothing, the database is created if necessary; `made`: an existing database of
 * any older or this version; `current`: the schema of this version.
 */
export type Needs = 'anything' | 'made' | 'current';

export const reachDatabase = async (
  { databaseUrl, dataFolder }: Pick<Configuration, 'databaseUrl' | 'dataFolder'>,
  needs: Needs,
): Promise<Result<ReachedDatabase, ReachProblem>> => {
  let own: Awaited<ReturnType<typeof reachOwnPostgres>> = null;
  if (databaseUrl === null) {
    try {
      own = await reachOwnPostgres(dataFolder, { make: needs === 'anything' });
    } catch (failure) {
      if (failure instanceof FolderInUse) return err({ kind: 'busy', folder: dataFolder });
      throw failure;
    }
    if (own === null) return err({ kind: 'noDatabase', folder: dataFolder });
  }
  const pool = new pg.Pool({ connectionString: own?.url ?? databaseUrl ?? '', max: 4 });
  // The next query reports a broken connection; without a listener the error would end the program during cleanup.
  pool.on('error', () => {});
  const end = async (): Promise<void> => {
    await pool.end();
    await own?.stop();
  };
  const problem = await problemOf(pool, needs);
  if (problem !== null) {
    await end();
    return err(problem);
  }
  return ok({ db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), end });
};

const problemOf = async (pool: pg.Pool, needs: Needs): Promise<ReachProblem | null> => {
  let digests: ReadonlyMap<string, string>;
  try {
    digests = await migrationsRun(pool);
  } catch (failure) {
    // Only the code: the message may contain the address, and with it the password.
    return { kind: 'noAnswer', code: (failure as { readonly code?: string }).code ?? 'unknown' };
  }
  if (needs === 'anything') return null;
  const shipped = shippedMigrations();
  const known = new Set(shipped.map(({ sql }) => digestOf(sql)));
  if (digests.size === 0) return { kind: 'otherVersion', is: 'empty' };
  if ([...digests.values()].some((digest) => !known.has(digest))) return { kind: 'otherVersion', is: 'newer' };
  const behind = shipped.some(({ name }) => !digests.has(name));
  return behind && needs === 'current' ? { kind: 'otherVersion', is: 'older' } : null;
};

const migrationsRun = async (pool: pg.Pool): Promise<ReadonlyMap<string, string>> => {
  const { rows: there } = await pool.query<{ there: boolean }>("SELECT to_regclass('migration') IS NOT NULL AS there");
  if (there[0]?.there !== true) return new Map();
  const { rows } = await pool.query<{ name: string; digest: string }>('SELECT name, digest FROM migration');
  return new Map(rows.map(({ name, digest }) => [name, digest]));
};
