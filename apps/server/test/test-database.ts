/** An empty database of this version's shape, for one test file. */
import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate } from '../src/database/migrate.ts';
import type { Tables } from '../src/database/tables.ts';
// What the tests are given is declared there.
import type {} from './start-postgres.ts';

export type TestDatabase = {
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  readonly url: string;
  readonly end: () => Promise<void>;
};

export const testDatabase = async ({ migrated = true } = {}): Promise<TestDatabase> => {
  const server = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = server.replace(/\/[^/]*$/, `/${name}`);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  if (migrated) await migrate(pool);
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    pool,
    url,
    end: () => pool.end(),
  };
};
