/** An empty database with this version's schema, for one test file. */
import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import type { Tables } from '../src/database/tables.ts';
import { databaseAt, MIGRATED } from './start-postgres.ts';

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
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${migrated ? MIGRATED : 'template1'}`);
  await admin.end();
  const url = databaseAt(server, name);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    pool,
    url,
    end: () => pool.end(),
  };
};
