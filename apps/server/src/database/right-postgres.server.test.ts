import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { databaseAt } from '../../test/start-postgres.ts';
import { migrate } from './migrate.ts';

it('a database that cannot keep every name is refused before anything is made in it', async () => {
  const server = inject('postgresUrl');
  const name = `latin_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`);
  const pool = new pg.Pool({ connectionString: databaseAt(server, name), max: 1 });
  await expect(migrate(pool)).rejects.toThrow('encoded in LATIN1');
  const { rows } = await pool.query("SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'");
  expect(rows).toEqual([{ tables: 0 }]);
  await pool.end();
  await admin.end();
});
