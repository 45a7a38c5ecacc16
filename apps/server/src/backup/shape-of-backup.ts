/**
 * Brings an empty database to the schema that it had when a backup was made and, once the rows are restored, forward to
 * the schema of this version, by the same migrations that a server would have run meanwhile. Inside one transaction.
 */
import { sql, type Transaction } from 'kysely';
import { everyTable } from '../database/every-table.ts';
import { digestOf, MIGRATION_TABLE, type Migration } from '../database/migrate.ts';
import type { Tables } from '../database/tables.ts';
import { BackupStop } from './backup-problem.ts';
import type { BackupHead } from './write-backup.ts';

export const toShapeOfBackup = async (
  tx: Transaction<Tables>,
  wanted: BackupHead['migrations'],
  shipped: readonly Migration[],
): Promise<void> => {
  for (const [name, digest] of wanted) {
    const known = shipped.find((migration) => migration.name === name);
    if (known === undefined || digestOf(known.sql) !== digest) throw new BackupStop({ kind: 'newer', what: name });
  }
  const names = new Set(wanted.map(([name]) => name));
  const ran = await namesRun(tx);
  // A server of this version has been started on the database already; the caller has checked that it has no rows.
  if ([...ran].some((name) => !names.has(name))) await dropEveryTable(tx);
  await runMissing(
    tx,
    shipped.filter(({ name }) => names.has(name)),
  );
};

export const runMissing = async (tx: Transaction<Tables>, migrations: readonly Migration[]): Promise<void> => {
  await sql.raw(MIGRATION_TABLE).execute(tx);
  const ran = await namesRun(tx);
  for (const migration of migrations.filter(({ name }) => !ran.has(name))) {
    await sql.raw(migration.sql).execute(tx);
    await sql`INSERT INTO migration VALUES (${migration.name}, ${digestOf(migration.sql)}, now())`.execute(tx);
  }
};

/**
 * Tables that have rows, except the list of migrations. Locks all tables, so that nobody can add a row until the
 * transaction ends.
 */
export const tablesWithRows = async (tx: Transaction<Tables>): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'migration'
    ORDER BY tablename`.execute(tx);
  const filled: string[] = [];
  for (const { name } of rows) {
    await sql`LOCK TABLE ${sql.table(name)} IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
    const some = await sql`SELECT 1 FROM ${sql.table(name)} LIMIT 1`.execute(tx);
    if (some.rows.length > 0) filled.push(name);
  }
  return filled;
};

const namesRun = async (tx: Transaction<Tables>): Promise<ReadonlySet<string>> => {
  const there = await sql<{ there: boolean }>`SELECT to_regclass('migration') IS NOT NULL AS there`.execute(tx);
  if (there.rows[0]?.there !== true) return new Set();
  const { rows } = await sql<{ name: string }>`SELECT name FROM migration`.execute(tx);
  return new Set(rows.map(({ name }) => name));
};

const dropEveryTable = async (tx: Transaction<Tables>): Promise<void> => {
  const names = sql.join(['migration', ...everyTable.map(({ name }) => name)].map((name) => sql.table(name)));
  await sql`DROP TABLE IF EXISTS ${names}`.execute(tx);
};
