/** Before the tests of the server: one real PostgreSQL for all of them, of its own, gone afterwards. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/database/migrate.ts';
import { startOwnPostgres } from '../src/database/own-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgresUrl: string;
  }
}

/** A database of this version's shape, copied for each file: faster than to make it again each time. */
export const MIGRATED = 'migrated';

export const databaseAt = (url: string, name: string): string => url.replace(/\/[^/]*$/, `/${name}`);

/** Nothing in it outlives the tests, so it waits for no disk; what is killed in tests is another PostgreSQL. */
const makeQuick = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('ALTER SYSTEM SET fsync = off');
  await client.query('SELECT pg_reload_conf()');
  await client.query(`CREATE DATABASE ${MIGRATED}`);
  await client.end();
};

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'denba-test-postgres-'));
  // As root, another account runs it.
  chmodSync(folder, 0o755);
  const postgres = await startOwnPostgres(folder);
  await makeQuick(postgres.url);
  const pool = new pg.Pool({ connectionString: databaseAt(postgres.url, MIGRATED), max: 1 });
  await migrate(pool);
  await pool.end();
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
};
