import { randomUUID } from 'node:crypto';
import type { JsonValue } from '@denba/records/canonical-json';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import type { Fold } from '@denba/sync/receiving/fold-families';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../../apps/server/src/create-app.ts';
import { makeJoinCode } from '../../../apps/server/src/devices/join-codes.ts';
import { type TestDatabase, testDatabase } from '../../../apps/server/test/test-database.ts';
import { aCountry } from '../../../apps/server/test/test-people.ts';
import { testPhone } from '../../../apps/server/test/test-phone.ts';
import { replaySummaries } from './replay-summaries.ts';

const now = () => new Date('2026-11-26T09:00:00Z');
const PLACE = 'sanankoroba';

const fold: Fold = (entries) =>
  new Map(
    [...foldFamilies(entries)].map(([family, { families, history }]) => [
      family,
      { families, summary: { visits: history.length, weight: 2.5 }, facts: [{ said: 'é\0' }] as JsonValue[] },
    ]),
  );

let database: TestDatabase;
let server: FastifyInstance;
/** The first two of them were merged, by an entry of the second. */
const families = Array.from({ length: 150 }, () => randomUUID());
const [kept = '', duplicate = '', third = '', fourth = ''] = families;

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  server = createApp({ db: database.db, fold, now, log: () => {} });
  const phone = await testPhone(server, PLACE);
  await phone.join(await makeJoinCode(database.db, { place: PLACE, madeBy: 'test', now: now() }));
  for (const family of families) phone.save(family);
  phone.save(duplicate, { merge: 'family', keep: kept, duplicate, reason: 'deux fiches' }, 'merge-duplicates@1');
  const entries = [...phone.entries];
  // Sent in several bundles, so that the stored summaries are made step by step.
  for (let at = 0; at < entries.length; at += 60) await phone.push(await phone.bundle(entries.slice(at, at + 60)));
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const replay = (write = false) => replaySummaries(database.db, PLACE, { fold, write });
const bytes = async (): Promise<string> =>
  JSON.stringify((await database.pool.query('SELECT f::text FROM family_summary AS f ORDER BY 1')).rows);

it('gives from the entries alone, byte for byte, what was made as they came', async () => {
  expect(await replay()).toEqual({ families: 149, differences: [] });
});

it('says which families differ, changes nothing unless asked to, and then puts them right', async () => {
  const { pool } = database;
  const right = await bytes();
  const stranger = randomUUID();
  await pool.query('UPDATE family_summary SET summary = summary || \'{"weight": 2.50}\' WHERE family = $1', [third]);
  await pool.query("UPDATE family_summary SET facts = '[]' WHERE family = $1", [kept]);
  await pool.query('DELETE FROM family_summary WHERE family = $1', [fourth]);
  for (const family of [duplicate, stranger]) {
    await pool.query("INSERT INTO family_summary VALUES ($1, $2, ARRAY[$2], 1, '{}', '[]')", [PLACE, family]);
  }
  const wrong = await bytes();
  const found = await replay();
  expect(found.families).toBe(149);
  expect(new Map(found.differences.map(({ family, kind }) => [family, kind]))).toEqual(
    new Map([
      ...[[kept, 'differs'] as const, [third, 'differs'] as const, [fourth, 'missing'] as const],
      ...[[duplicate, 'extra'] as const, [stranger, 'extra'] as const],
    ]),
  );
  expect(await bytes()).toBe(wrong);
  expect((await replay(true)).differences).toHaveLength(5);
  expect(await bytes()).toBe(right);
  expect((await replay()).differences).toEqual([]);
});
