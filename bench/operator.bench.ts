/**
 * What the operator of a server waits for, on a PostgreSQL of Denba's own: who saw a mother, among a million audit
 * lines of a thousand places; the verification of the audit chain; a backup and its restore as real programs, with
 * their memory.
 */
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whoSawFamily } from '@denba/server/audit/who-saw-family';
import { migrate } from '@denba/server/database/migrate';
import { type OwnPostgres, startOwnPostgres } from '@denba/server/database/own-postgres';
import type { Tables } from '@denba/server/database/tables';
import { addAudit, verifyAudit } from '@denba/sync-server/audit';
import { toBody } from '@denba/sync-server/body';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Bench, BenchFigure } from './bench-figure.ts';

const AUDIT_LINES = 1_000_000;
const PLACES = 1_000;
/** The number of places that have phones. */
const AT_WORK = 200;
const FAMILIES_A_PLACE = 500;
const ENTRIES = 100_000;
const BATCH = 1_000;
/** The number of places that are filled at the same time. */
const LANES = 4;

const root = fileURLToPath(new URL('..', import.meta.url));
const at = new Date('2026-11-26T09:00:00Z');
const places = Array.from({ length: PLACES }, (_, index) => `place-${String(index).padStart(4, '0')}`);
const familyOf = (place: number, family: number): string => `family-${place}-${family}`;

export const bench: Bench = {
  name: 'Server: audit, backup and restore',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'denba-bench-'));
    chmodSync(folder, 0o755);
    const postgres = await startOwnPostgres(folder);
    const pool = new pg.Pool({ connectionString: postgres.url, max: 4 });
    try {
      await migrate(pool, migrations());
      const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
      await fill(db);
      return [...(await auditFigures(db)), ...(await backupFigures(postgres, folder))];
    } finally {
      await pool.end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/**
 * Reads the migrations from the source folder: the bundle of this benchmark is not in the folder next to which the
 * program looks for them.
 */
const migrations = () => {
  const folder = join(root, 'apps/server/src/database/migrations');
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));
};

const fill = async (db: Kysely<Tables>): Promise<void> => {
  await db
    .insertInto('place')
    .values({ id: 'ml', parent_id: null, kind: 'country', name: 'Mali', path: 'ml/' })
    .execute();
  await db
    .insertInto('place')
    .values(places.map((id) => ({ id, parent_id: 'ml', kind: 'health_centre' as const, name: id, path: `ml/${id}/` })))
    .execute();
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    for (let place = lane; place < AT_WORK; place += LANES) await fillPlace(db, place);
  });
  await Promise.all(lanes);
  await sql`VACUUM ANALYZE`.execute(db);
};

const fillPlace = async (db: Kysely<Tables>, place: number): Promise<void> => {
  const id = places[place] ?? '';
  for (let line = 0; line < AUDIT_LINES / AT_WORK; line += BATCH) {
    const events = Array.from({ length: BATCH }, (_, index) => ({
      ...{ actor: `device:${place}-${index % 4}`, act: index % 3 === 0 ? 'received' : 'sent' },
      ...{ family: familyOf(place, (line + index) % FAMILIES_A_PLACE), detail: { entries: 3, from: '10.0.0.7' } },
    }));
    await db.transaction().execute((tx) => addAudit(tx, id, at, events));
  }
  await fillEntries(db, id, place);
};

const fillEntries = async (db: Kysely<Tables>, place: string, index: number): Promise<void> => {
  const count = ENTRIES / AT_WORK;
  const texts = Array.from({ length: count }, (_, seq) =>
    JSON.stringify({
      ...{ id: randomUUID(), device: `d-${index}`, seq, family: familyOf(index, seq % FAMILIES_A_PLACE) },
      answers: Object.fromEntries(Array.from({ length: 25 }, (_value, at) => [`question_${at}`, (seq * at) % 97])),
    }),
  );
  await sql`
    INSERT INTO entry (place_id, position, device_id, seq, hash, id, family, recorded_at, received_at, body)
    SELECT ${place}, at, ${`d-${index}`}, at, hash, at::text, family, '2026-11-26T09:00:00.000Z#0000', ${at}, body
    FROM unnest(
      ${texts.map((text) => createHash('sha256').update(text).digest())}::bytea[],
      ${texts.map((_, seq) => familyOf(index, seq % FAMILIES_A_PLACE))}::text[],
      ${texts.map(toBody)}::bytea[]
    ) WITH ORDINALITY AS new (hash, family, body, at)`.execute(db);
  await db.insertInto('place_feed').values({ place_id: place, last_position: count }).execute();
};

const auditFigures = async (db: Kysely<Tables>): Promise<readonly BenchFigure[]> => {
  const times: number[] = [];
  let lines = 0;
  for (let question = 0; question < 100; question += 1) {
    const family = familyOf((question * 7) % AT_WORK, (question * 31) % FAMILIES_A_PLACE);
    const start = performance.now();
    lines += (await whoSawFamily(db, family)).length;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const note = `${AUDIT_LINES} lines at ${PLACES} places; ${lines / times.length} lines an answer`;
  const proofs: number[] = [];
  for (const place of places.slice(0, 20)) {
    const start = performance.now();
    const verdict = await verifyAudit(db, place);
    if (verdict.problem !== null) throw new Error(JSON.stringify(verdict));
    proofs.push(verdict.lines / ((performance.now() - start) / 1000));
  }
  proofs.sort((a, b) => a - b);
  return [
    { what: 'who saw a mother, median', value: times[50] ?? Number.NaN, unit: 'ms', note },
    { what: 'who saw a mother, p95', value: times[95] ?? Number.NaN, unit: 'ms', note: 'target 200; 100 questions' },
    { what: 'proof of the audit', value: proofs[10] ?? Number.NaN, unit: 'lines/s', note: 'one place after the other' },
  ];
};

const backupFigures = async ({ url }: OwnPostgres, folder: string): Promise<readonly BenchFigure[]> => {
  const file = join(folder, 'denba.backup');
  const other = url.replace(/\/denba$/, '/other');
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query('CREATE DATABASE other');
  await admin.end();
  const backup = await run(['backup', file], url);
  const restore = await run(['restore', file], other);
  const rows = AUDIT_LINES + ENTRIES;
  const note = `${AUDIT_LINES} lines of audit, ${ENTRIES} entries; one run, as a program`;
  return [
    { what: 'denba backup', value: rows / backup.seconds, unit: 'rows/s', note },
    {
      what: 'denba backup, memory',
      value: backup.megabytes,
      unit: 'MB',
      note: 'largest resident set, scrypt included',
    },
    { what: 'size of the file', value: statSync(file).size / 1e6, unit: 'MB' },
    { what: 'denba restore', value: rows / restore.seconds, unit: 'rows/s', note: 'with every check, and the audit' },
    { what: 'denba restore, memory', value: restore.megabytes, unit: 'MB', note: 'largest resident set' },
  ];
};

/** Runs `denba` in a child process, which prints its maximum resident set size on a line of its own when it ends. */
const run = async (words: readonly string[], url: string) => {
  const tell = `process.on('exit', () => process.stderr.write('\\nmaxRSS ' + process.resourceUsage().maxRSS))`;
  const preload = `data:text/javascript,${encodeURIComponent(tell)}`;
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', preload, join(root, 'apps/cli/bin/denba.mjs'), ...words], {
    env: { ...process.env, DATABASE_URL: url, DENBA_BACKUP_PASSPHRASE: 'four words for a bench' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`denba ${words[0]} ended with ${code}: ${said}`);
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes: Number(/maxRSS (\d+)/.exec(said)?.[1]) / 1024,
  };
};
