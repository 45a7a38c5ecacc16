/**
 * The backup drill: phones sync, a backup is made, the phones go on, the server is lost and restored from the backup
 * into an empty database, the phones meet it. It is compared with a server that was never lost: in the end all hold the
 * same.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyAudit } from '@denba/sync-server/audit';
import { fromBody } from '@denba/sync-server/body';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '../../src/backup/restore-backup.ts';
import { writeBackup } from '../../src/backup/write-backup.ts';
import { createApp } from '../../src/create-app.ts';
import { everyTable, tablesOfBackup } from '../../src/database/every-table.ts';
import { migrate, shippedMigrations } from '../../src/database/migrate.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { aCountry, aPerson } from '../test-people.ts';
import { aPhone, holds, meet, now, type Phone, save, smallFold } from './real-phones.ts';

const passphrase = 'quatre mots pour Kati';
const sealing = { passphrase, cost: 2 ** 4, now: now() };
const [KATI, BLA] = ['sanankoroba', 'bla'];

const ended: (() => Promise<void>)[] = [];
const folder = mkdtempSync(join(tmpdir(), 'denba-drill-'));
afterAll(async () => {
  for (const end of ended) await end();
  rmSync(folder, { recursive: true });
});

const aDatabase = async (options?: Parameters<typeof testDatabase>[0]): Promise<TestDatabase> => {
  const database = await testDatabase(options);
  ended.push(database.end);
  return database;
};
const aServer = ({ db }: TestDatabase): FastifyInstance => createApp({ db, fold: smallFold, now, log: () => {} });

/** All rows of the tables as text, sorted. Times and numbers as the database writes them. */
const contentsOf = async ({ pool }: TestDatabase, tables: readonly string[]) => {
  const contents: Record<string, readonly string[]> = {};
  for (const table of tables) {
    const { rows } = await pool.query<{ text: string }>(`SELECT ${table}::text AS text FROM ${table} ORDER BY 1`);
    contents[table] = rows.map(({ text }) => text);
  }
  return contents;
};

const entriesAt = async ({ db }: TestDatabase, place: string): Promise<readonly string[]> => {
  const rows = await db.selectFrom('entry').select('body').where('place_id', '=', place).execute();
  return rows.map(({ body }) => fromBody(body)).sort();
};

let lost: TestDatabase;
let [here, alsoHere, there]: Phone[] = [];
const file = join(folder, 'kati.denba');
const families = [randomUUID(), randomUUID(), randomUUID()];

const first = (): Phone => here as Phone;
const second = (): Phone => alsoHere as Phone;
const third = (): Phone => there as Phone;

beforeAll(async () => {
  lost = await aDatabase();
  await aCountry(lost);
  await aPerson(lost, ['supervisor', 'kati']);
  const server = aServer(lost);
  [here, alsoHere] = [await aPhone(server, lost, KATI), await aPhone(server, lost, KATI)];
  there = await aPhone(server, lost, BLA);
  await save(first(), families[0] ?? '', BLA);
  await save(second(), families[1] ?? '', null);
  for (const phone of [first(), second(), third(), first()]) await meet(phone, server);
});

describe('denba backup', () => {
  it('holds every table that it should, of one moment, in a file that only the pass phrase opens', async () => {
    const made = await writeBackup(lost.db, file, sealing);
    expect(made).toMatchObject({ ok: true, value: { rows: { place: 7, account: 1, device: 3, entry: 3, circle: 2 } } });
    expect(Object.keys(made.ok ? made.value.rows : {})).toEqual(tablesOfBackup.map(({ name }) => name));
    expect(readdirSync(folder)).toEqual(['kati.denba']);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, 'latin1')).not.toContain(families[0]);
    expect(await writeBackup(lost.db, file, sealing)).toEqual({ ok: false, error: { kind: 'fileExists' } });
    const nowhere = join(folder, 'no', 'such', 'folder');
    expect(await writeBackup(lost.db, nowhere, sealing)).toMatchObject({
      error: { kind: 'cannotWrite', code: 'ENOENT' },
    });
  });

  it('knows every table that a migration makes, and says why one is left out', () => {
    const sql = shippedMigrations().map((migration) => migration.sql);
    const made = sql.flatMap((text) =>
      [...text.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+)/g)].map(([, name]) => name),
    );
    expect(everyTable.map(({ name }) => name).sort()).toEqual(made.sort());
  });
});

describe('denba restore', () => {
  it('puts back what was there, to the last byte, and phones that are ahead bring the rest', async () => {
    const before = await contentsOf(lost, [...tablesOfBackup.map(({ name }) => name)]);
    // The phones go on with a server that will be lost, and one of them without any.
    const goesOn = aServer(lost);
    await save(first(), families[0] ?? '', null);
    await save(third(), families[0] ?? '', KATI);
    await save(second(), families[2] ?? '', BLA);
    for (const phone of [first(), third(), second(), first(), third()]) await meet(phone, goesOn);
    await save(second(), families[1] ?? '', null);

    const restored = await aDatabase();
    const done = await restoreBackup(restored.db, file, { passphrase, now: now() });
    expect(done).toMatchObject({ ok: true, value: { faults: [], audit: [] } });
    const after = await contentsOf(restored, Object.keys(before));
    // What was recorded in the audit since: the backup in one, the restore in the other.
    const withoutNotes = ({ audit = [], audit_head: _, ...rest }: typeof before) => ({
      ...rest,
      audit: audit.filter((line) => !line.includes(',console,')),
    });
    expect(withoutNotes(after)).toEqual(withoutNotes(before));
    expect(after['session']).toBeUndefined();

    const server = aServer(restored);
    for (let round = 0; round < 3; round += 1)
      for (const phone of [third(), first(), second()]) await meet(phone, server);
    expect(await holds(first())).toEqual(await holds(second()));
    expect(await holds(first())).toEqual(await entriesAt(restored, KATI));
    expect(await holds(third())).toEqual(await entriesAt(restored, BLA));
    expect(await holds(first())).toHaveLength(6);
    // The server that was never lost receives what the last phone recorded without a server.
    for (const phone of [second(), third(), first()]) await meet(phone, goesOn);
    for (const place of [KATI, BLA]) {
      expect(await entriesAt(lost, place)).toEqual(await entriesAt(restored, place));
      expect((await verifyAudit(restored.db, place)).problem).toBeNull();
    }
    const summaries = ['family_summary'];
    expect(await contentsOf(restored, summaries)).toEqual(await contentsOf(lost, summaries));
  });

  it('brings a backup of an older shape forward, into a database that has no shape or a newer one', async () => {
    const newer = [
      ...shippedMigrations(),
      { name: '9999-later.sql', sql: "ALTER TABLE place ADD COLUMN motto text NOT NULL DEFAULT 'courage'" },
    ];
    for (const shape of ['none', 'newer']) {
      const database = await aDatabase({ migrated: false });
      if (shape === 'newer') await migrate(database.pool, newer);
      const done = await restoreBackup(database.db, file, { passphrase, now: now(), migrations: newer });
      expect(done.ok).toBe(true);
      const { rows } = await database.pool.query('SELECT count(*)::int AS places FROM place WHERE motto = $1', [
        'courage',
      ]);
      expect(rows).toEqual([{ places: 7 }]);
      expect(await migrate(database.pool, newer)).toEqual([]);
    }
  });

  it('touches nothing where something is', async () => {
    const database = await aDatabase();
    await aCountry(database);
    const done = await restoreBackup(database.db, file, { passphrase, now: now() });
    expect(done).toEqual({ ok: false, error: { kind: 'notEmpty', tables: ['place'] } });
  });

  it('writes nothing of a file that is another, cut, altered, newer or not opened by the phrase', async () => {
    const database = await aDatabase({ migrated: false });
    const whole = readFileSync(file);
    const attempt = async (bytes: Buffer, phrase = passphrase) => {
      const path = join(folder, 'wrong.denba');
      writeFileSync(path, bytes);
      const done = await restoreBackup(database.db, path, { passphrase: phrase, now: now() });
      return done.ok ? 'restored' : done.error.kind;
    };
    const changed = Buffer.from(whole);
    changed[whole.length - 40] = (changed[whole.length - 40] ?? 0) ^ 1;
    expect(await attempt(whole, 'une autre phrase')).toBe('wrongPassphrase');
    expect(await attempt(whole.subarray(0, -1))).toBe('truncated');
    expect(await attempt(changed)).toBe('altered');
    expect(await attempt(Buffer.from('texte'))).toBe('notABackup');
    const missing = await restoreBackup(database.db, join(folder, 'absent'), { passphrase, now: now() });
    expect(missing).toEqual({ ok: false, error: { kind: 'cannotRead', code: 'ENOENT' } });
    const older = await restoreBackup(database.db, file, { passphrase, now: now(), migrations: [] });
    expect(older).toMatchObject({ ok: false, error: { kind: 'newer' } });
    const { rows } = await database.pool.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'");
    expect(rows).toEqual([]);
  });

  it('says which entry is not what its hash says, and puts it back only when that is asked for', async () => {
    const source = await aDatabase();
    await restoreBackup(source.db, file, { passphrase, now: now() });
    await source.pool.query("UPDATE entry SET hash = sha256('x') WHERE place_id = $1 AND position = 1", [KATI]);
    const damaged = join(folder, 'damaged.denba');
    await writeBackup(source.db, damaged, sealing);
    const target = await aDatabase();
    const faults = [`entry 1 of ${KATI}: not what its hash says`];
    const given = { passphrase, now: now() };
    expect(await restoreBackup(target.db, damaged, given)).toEqual({ ok: false, error: { kind: 'damaged', faults } });
    const anyway = await restoreBackup(target.db, damaged, { ...given, despiteDamage: true });
    expect(anyway).toMatchObject({ ok: true, value: { faults } });
  });
});
