/** Before the tests of the server: starts one real PostgreSQL for all of them, and removes it afterwards. */
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

/**
 * Name of a database with this version's schema; it is copied for each file, which is faster than migrating each time.
 */
export const MIGRATED = 'migrated';

export const databaseAt = (url: string, name: string): string => url.replace(/\/[^/]*$/, `/${name}`);

/** Turns fsync off: nothing outlives these tests. The tests that kill PostgreSQL use another one. */
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
  // When run as root, another account runs PostgreSQL and must be able to enter.
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
