/**
 * Brings the database to the schema that this version needs: plain SQL files, run in order, each once and in one
 * transaction. Forward only; a file that was changed after it ran stops the server, because the state of the database
 * is then unknown.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { ToldFailure } from '../told-failure.ts';
import { readPostgresFacts, refuseWrongPostgres } from './right-postgres.ts';

export type Migration = { readonly name: string; readonly sql: string };

export const shippedMigrations = (): readonly Migration[] => {
  const folder = fileURLToPath(new URL('migrations/', import.meta.url));
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));
};

/**
 * Number of the advisory lock (any unused number): two servers that start at once, or a restore, migrate one after the
 * other.
 */
export const TURN = 4_620_100;

export const MIGRATION_TABLE =
  'CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, digest text NOT NULL, ran_at timestamptz NOT NULL)';

/**
 * Returns the names of the migrations that ran. Throws, with a readable message, when the database is newer or was
 * changed by hand.
 */
export const migrate = async (pool: pg.Pool, migrations = shippedMigrations()): Promise<readonly string[]> => {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TURN]);
    refuseWrongPostgres(await readPostgresFacts(client));
    await client.query(MIGRATION_TABLE);
    const { rows } = await client.query<{ name: string; digest: string }>(
      'SELECT name, digest FROM migration ORDER BY name',
    );
    const ran = new Map(rows.map(({ name, digest }) => [name, digest]));
    refuseStrange(ran, migrations);
    const missing = migrations.filter(({ name }) => !ran.has(name));
    for (const migration of missing) await run(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [TURN]);
    client.release();
  }
};

const run = async (client: pg.PoolClient, { name, sql }: Migration): Promise<void> => {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO migration VALUES ($1, $2, now())', [name, digestOf(sql)]);
    await client.query('COMMIT');
  } catch (failure) {
    await client.query('ROLLBACK');
    const why = (failure as Error).message;
    throw new ToldFailure({
      fr: `La mise à jour de la base ${name} n'a pas pu se faire, et n'a rien laissé : ${why}`,
      en: `The migration ${name} could not run, and left nothing behind: ${why}`,
    });
  }
};

const refuseStrange = (ran: ReadonlyMap<string, string>, migrations: readonly Migration[]): void => {
  for (const [name, digest] of ran) {
    const known = migrations.find((migration) => migration.name === name);
    if (known === undefined) {
      throw new ToldFailure({
        fr: `La base a servi à un Denba plus récent (${name}). Lancez cette version-là, ou restaurez une sauvegarde.`,
        en: `The database was used by a newer Denba (migration ${name}). Start that version, or restore a backup.`,
      });
    }
    if (digestOf(known.sql) !== digest) {
      throw new ToldFailure({
        fr: `Le fichier ${name} n'est pas celui qui a servi à cette base. Remettez-le comme il était.`,
        en: `The migration ${name} is not the one that ran on this database. Put the file back as it was.`,
      });
    }
  }
};

export const digestOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');
