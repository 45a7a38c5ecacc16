/**
 * Writes a backup of everything that a server stores into one file, as of one moment, while the server runs: every
 * table except those for which `every-table.ts` gives a reason, as lines of JSON, compressed and encrypted. The file
 * appears under its name only when it is complete and on disk.
 */
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { err, ok, type Result } from '@denba/quantities/result';
import { type Kysely, sql, type Transaction } from 'kysely';
import { type TableFacts, tablesOfBackup } from '../database/every-table.ts';
import { shippedMigrations } from '../database/migrate.ts';
import type { Tables } from '../database/tables.ts';
import { type BackupProblemKind, BackupStop } from './backup-problem.ts';
import { noteAtRoot } from './note-at-root.ts';
import { type Sealing, sealChunks } from './sealed-chunks.ts';
import { columnsOf, countRows, plainTextValues, readPages } from './table-rows.ts';

export type BackupMade = {
  readonly rows: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
};

/** The first line inside. `migrations`: the schema of the database, in the order in which the migrations are run. */
export type BackupHead = {
  readonly denba: 'database';
  readonly madeAt: string;
  readonly migrations: readonly (readonly [name: string, digest: string])[];
};
/** The line before the rows of a table, which are arrays of text. */
export type TableHead = { readonly table: string; readonly columns: readonly string[] };
/** The last line inside. */
export type BackupEnd = { readonly end: true; readonly rows: Readonly<Record<string, number>> };

export type BackupOptions = Sealing & {
  readonly now: Date;
  /** Called from time to time with the number of rows written so far. */
  readonly progress?: (rows: number) => void;
};

export const writeBackup = async (
  db: Kysely<Tables>,
  path: string,
  options: BackupOptions,
): Promise<Result<BackupMade, BackupProblemKind>> => {
  try {
    const made = await writeFile(db, path, options);
    await noteAtRoot(db, options.now, 'backup-made', { sha256: made.sha256 });
    return ok(made);
  } catch (failure) {
    if (failure instanceof BackupStop) return err(failure.problem);
    throw failure;
  }
};

const writeFile = async (db: Kysely<Tables>, path: string, options: BackupOptions): Promise<BackupMade> => {
  // A backup never overwrites another one: the older may be the only good one.
  if (
    await stat(path).then(
      () => true,
      () => false,
    )
  )
    throw new BackupStop({ kind: 'fileExists' });
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const handle = await open(draft, 'w', 0o600).catch(cannotWrite);
  try {
    const rows: Record<string, number> = {};
    const digest = createHash('sha256');
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) =>
        pipeline(
          Readable.from(linesOfDatabase(tx, options, rows)),
          createGzip({ level: 4 }),
          (compressed: AsyncIterable<Buffer>) => sealChunks(compressed, options),
          (sealed: AsyncIterable<Buffer>) => writeAll(sealed, handle, digest),
        ),
      );
    await handle.sync().catch(cannotWrite);
    const { size: bytes } = await handle.stat();
    await handle.close();
    await rename(draft, path).catch(cannotWrite);
    await syncFolder(dirname(path));
    return { rows, bytes, sha256: digest.digest('hex') };
  } finally {
    await handle.close().catch(() => {});
    await rm(draft, { force: true });
  }
};

async function* linesOfDatabase(
  tx: Transaction<Tables>,
  { now, progress }: BackupOptions,
  rows: Record<string, number>,
): AsyncGenerator<string> {
  await plainTextValues(tx);
  const head: BackupHead = { denba: 'database', madeAt: now.toISOString(), migrations: await migrationsOf(tx) };
  yield `${JSON.stringify(head)}\n`;
  const places = await tx.selectFrom('place').select('id').orderBy('id').execute();
  let total = 0;
  for (const table of tablesOfBackup) {
    const columns = await columnsOf(tx, table.name);
    // The database is older than this program: a later migration creates the table.
    if (columns.length === 0) continue;
    yield `${JSON.stringify({ table: table.name, columns: columns.map(({ name }) => name) } satisfies TableHead)}\n`;
    let count = 0;
    for (const place of partsOf(table, places)) {
      for await (const page of readPages(tx, table, columns, place)) {
        count += page.length;
        total += page.length;
        progress?.(total);
        yield page.map((row) => `${JSON.stringify(row)}\n`).join('');
      }
    }
    const there = await countRows(tx, table.name);
    if (there !== count) {
      throw new BackupStop({ kind: 'damaged', faults: [`${table.name}: ${there} rows, ${count} of known places`] });
    }
    rows[table.name] = count;
  }
  yield `${JSON.stringify({ end: true, rows } satisfies BackupEnd)}\n`;
}

const partsOf = ({ kept }: TableFacts, places: readonly { readonly id: string }[]): readonly (string | null)[] =>
  kept === 'spread' ? places.map(({ id }) => id) : [null];

const migrationsOf = async (tx: Transaction<Tables>): Promise<BackupHead['migrations']> => {
  const { rows } = await sql<{ name: string; digest: string }>`
    SELECT name, digest FROM migration ORDER BY name`.execute(tx);
  const known = new Set(shippedMigrations().map(({ name }) => name));
  const strange = rows.find(({ name }) => !known.has(name));
  if (strange !== undefined) throw new BackupStop({ kind: 'newer', what: strange.name });
  return rows.map(({ name, digest }) => [name, digest]);
};

const writeAll = async (sealed: AsyncIterable<Buffer>, handle: FileHandle, digest: Hash): Promise<void> => {
  for await (const bytes of sealed) {
    digest.update(bytes);
    for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at).catch(cannotWrite)).bytesWritten;
  }
};

/** Flushes the folder, without which a power cut may lose the name of the file. Not every system supports this. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
};

const cannotWrite = (failure: NodeJS.ErrnoException): never => {
  throw new BackupStop({ kind: 'cannotWrite', code: failure.code ?? 'unknown' });
};
