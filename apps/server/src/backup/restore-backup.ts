/**
 * Restores a backup into an empty database, in one transaction: all of it, verified, or nothing. Then verifies the
 * audits. Phones that are ahead of the backup notice it by themselves and send again (docs/decisions/0012).
 */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { err, ok, type Result } from '@denba/quantities/result';
import { type Kysely, sql, type Transaction } from 'kysely';
import { type EveryAudit, verifyEveryAudit } from '../audit/verify-every-audit.ts';
import { shippedMigrations, TURN } from '../database/migrate.ts';
import type { Tables } from '../database/tables.ts';
import { type BackupProblemKind, BackupStop } from './backup-problem.ts';
import { linesOf } from './byte-reader.ts';
import { faultOfEntry, faultsOfFeeds } from './find-damage.ts';
import { noteAtRoot } from './note-at-root.ts';
import { openChunks } from './sealed-chunks.ts';
import { runMissing, tablesWithRows, toShapeOfBackup } from './shape-of-backup.ts';
import { type Column, columnsOf, countRows, plainTextValues, type Row, writeRows } from './table-rows.ts';
import type { BackupEnd, BackupHead, TableHead } from './write-backup.ts';

export type Restored = {
  readonly madeAt: string;
  readonly rows: Readonly<Record<string, number>>;
  /** Faults that were accepted because of `despiteDamage`. */
  readonly faults: readonly string[];
  /** The first broken line of each audit: it was broken when the backup was made. */
  readonly audit: EveryAudit['problems'];
};

export type RestoreOptions = {
  readonly passphrase: string;
  readonly now: Date;
  /** Restores entries that do not match their hash unchanged, and reports them. */
  readonly despiteDamage?: boolean;
  readonly migrations?: ReturnType<typeof shippedMigrations>;
  readonly progress?: (rows: number) => void;
};

export const restoreBackup = async (
  db: Kysely<Tables>,
  path: string,
  options: RestoreOptions,
): Promise<Result<Restored, BackupProblemKind>> => {
  try {
    const restored = await db.transaction().execute((tx) => restore(tx, path, options));
    const { problems: audit } = await verifyEveryAudit(db);
    await noteAtRoot(db, options.now, 'restored', { madeAt: restored.madeAt });
    return ok({ ...restored, audit });
  } catch (failure) {
    if (failure instanceof BackupStop) return err(failure.problem);
    const { syscall, code = 'unknown' } = failure as NodeJS.ErrnoException;
    if (syscall === 'open' || syscall === 'read') return err({ kind: 'cannotRead', code });
    throw failure;
  }
};

const restore = async (tx: Transaction<Tables>, path: string, options: RestoreOptions) => {
  const { passphrase, despiteDamage = false, migrations = shippedMigrations() } = options;
  await sql`SELECT pg_advisory_xact_lock(${TURN})`.execute(tx);
  const filled = await tablesWithRows(tx);
  if (filled.length > 0) throw new BackupStop({ kind: 'notEmpty', tables: filled });
  await plainTextValues(tx);
  const found = await pipeline(
    createReadStream(path),
    (sealed: AsyncIterable<Buffer>) => openChunks(sealed, passphrase),
    createGunzip(),
    (plain: AsyncIterable<Buffer>) => putBack(tx, linesOf(plain), { ...options, migrations }),
  );
  const faults = [...found.faults, ...(await faultsOfFeeds(tx))];
  if (faults.length > 0 && !despiteDamage) throw new BackupStop({ kind: 'damaged', faults });
  await runMissing(tx, migrations);
  return { madeAt: found.madeAt, rows: found.rows, faults };
};

type PutBack = { readonly madeAt: string; readonly rows: Record<string, number>; readonly faults: readonly string[] };
type Given = RestoreOptions & { readonly migrations: ReturnType<typeof shippedMigrations> };

const BATCH = 500;
const BATCH_CHARACTERS = 4_000_000;
const MOST_FAULTS = 20;

const putBack = async (tx: Transaction<Tables>, lines: AsyncIterable<string>, given: Given): Promise<PutBack> => {
  let head: BackupHead | null = null;
  let end: BackupEnd | null = null;
  let table: { readonly name: string; readonly columns: readonly Column[] } | null = null;
  const rows: Record<string, number> = {};
  const faults: string[] = [];
  let batch: Row[] = [];
  let characters = 0;
  let total = 0;
  const flush = async (): Promise<void> => {
    if (table !== null && batch.length > 0) await writeRows(tx, table.name, table.columns, batch);
    batch = [];
    characters = 0;
    given.progress?.(total);
  };
  for await (const line of lines) {
    const value = JSON.parse(line) as BackupHead | TableHead | BackupEnd | Row;
    if (isRow(value)) {
      if (table === null) throw damaged('rows without a table');
      if (table.name === 'entry' && faults.length < MOST_FAULTS) faults.push(...(faultOf(table.columns, value) ?? []));
      batch.push(value);
      rows[table.name] = (rows[table.name] ?? 0) + 1;
      total += 1;
      characters += line.length;
      if (batch.length >= BATCH || characters >= BATCH_CHARACTERS) await flush();
      continue;
    }
    await flush();
    if ('denba' in value) {
      head = value;
      await toShapeOfBackup(tx, head.migrations, given.migrations);
    } else if ('table' in value) {
      table = { name: value.table, columns: await columnsNamed(tx, value) };
      rows[table.name] = 0;
    } else {
      end = value;
    }
  }
  if (head === null || end === null) throw damaged('the end is missing');
  for (const [name, count] of Object.entries(end.rows)) {
    const there = await countRows(tx, name);
    if (count !== rows[name] || count !== there)
      throw damaged(`${name}: ${count} rows were written, ${there} came back`);
  }
  return { madeAt: head.madeAt, rows, faults };
};

const isRow = (value: object): value is Row => Array.isArray(value);

const faultOf = (columns: readonly Column[], row: Row): readonly string[] | null => {
  const fault = faultOfEntry(columns, row);
  return fault === null ? null : [fault];
};

const columnsNamed = async (tx: Transaction<Tables>, { table, columns }: TableHead): Promise<readonly Column[]> => {
  const there = await columnsOf(tx, table);
  return columns.map((name) => {
    const column = there.find((one) => one.name === name);
    if (column === undefined) throw damaged(`${table}: no column ${name}`);
    return column;
  });
};

const damaged = (fault: string): BackupStop => new BackupStop({ kind: 'damaged', faults: [fault] });
