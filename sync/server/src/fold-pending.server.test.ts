import { randomUUID } from 'node:crypto';
import type { JsonValue } from '@denba/records/canonical-json';
import { entryToText } from '@denba/records/entry';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import type { Fold } from '@denba/sync/receiving/fold-families';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createApp } from '../../../apps/server/src/create-app.ts';
import { makeJoinCode } from '../../../apps/server/src/devices/join-codes.ts';
import { recordWork } from '../../../apps/server/src/record-threads/record-work.ts';
import { type TestDatabase, testDatabase } from '../../../apps/server/test/test-database.ts';
import { aCountry } from '../../../apps/server/test/test-people.ts';
import { testPhone } from '../../../apps/server/test/test-phone.ts';
import { familiesLeftToFold } from './left-to-fold.ts';
import { replaySummaries } from './replay-summaries.ts';

const now = () => new Date('2026-11-26T09:00:00Z');
const [HERE, THERE] = ['sanankoroba', 'kalaban'];

let folds = 0;
const fold: Fold = (entries) => {
  const timelines = foldFamilies(entries);
  folds += timelines.size;
  return new Map(
    [...timelines].map(([family, { families, history }]) => [
      family,
      { families, summary: { visits: history.length }, facts: [] as JsonValue[] },
    ]),
  );
};

let database: TestDatabase;
let server: FastifyInstance;
const foldPending = () => recordWork({ db: database.db, fold, figures: null }).foldPending(now());
const leftAt = async (place: string): Promise<readonly string[]> =>
  database.db.transaction().execute(async (tx) => [...(await familiesLeftToFold(tx as never, place))].sort());
const differences = async (place: string) =>
  (await replaySummaries(database.db, place, { fold, write: false })).differences;
const standing = async (family: string) =>
  (await database.pool.query('SELECT entries, families FROM family_summary WHERE family = $1', [family])).rows;

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  const { receive } = recordWork({ db: database.db, fold, figures: null, foldLater: true });
  server = createApp({ db: database.db, fold, now, log: () => {}, receive });
});
beforeEach(async () => {
  while (await foldPending());
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const aPhone = async (place: string) => {
  const phone = await testPhone(server, place);
  await phone.join(await makeJoinCode(database.db, { place, madeBy: 'test', now: now() }));
  return phone;
};

it('a phone is answered, and reads what it sent, before its families are folded', async () => {
  const phone = await aPhone(HERE);
  const family = randomUUID();
  phone.save(family);
  const answer = await phone.push(await phone.bundle());
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({ acknowledged: 1, quarantined: [] });
  expect(await leftAt(HERE)).toEqual([family]);
  expect(await standing(family)).toEqual([]);
  const { rows } = await database.pool.query('SELECT count(*)::int AS count FROM entry WHERE family = $1', [family]);
  expect(rows).toEqual([{ count: 1 }]);
  expect(await foldPending()).toBe(true);
  expect(await foldPending()).toBe(false);
  expect(await standing(family)).toEqual([{ entries: 1, families: [family] }]);
});

it('a family that several bundles brought is folded once, and says the same', async () => {
  const phone = await aPhone(HERE);
  const family = randomUUID();
  for (let times = 0; times < 4; times += 1) {
    phone.save(family);
    await phone.push(await phone.bundle());
  }
  folds = 0;
  await foldPending();
  expect(folds).toBe(1);
  expect(await standing(family)).toMatchObject([{ entries: 4 }]);
  expect(await differences(HERE)).toEqual([]);
});

it('families that were merged are folded together, whichever of them was left', async () => {
  const phone = await aPhone(HERE);
  const [kept, duplicate] = [randomUUID(), randomUUID()];
  phone.save(kept);
  phone.save(duplicate);
  await phone.push(await phone.bundle());
  await foldPending();
  phone.save(duplicate, { merge: 'family', keep: kept, duplicate, reason: 'deux fiches' }, 'merge-duplicates@1');
  await phone.push(await phone.bundle(phone.entries.slice(2)));
  await foldPending();
  expect(await standing(kept)).toMatchObject([{ entries: 3 }]);
  expect(await standing(duplicate)).toEqual([]);
  expect(await differences(HERE)).toEqual([]);
});

it('a family that is referred is left at both places', async () => {
  const phone = await aPhone(HERE);
  const family = randomUUID();
  phone.save(family, { transfer: 'permanent', to_facility_id: THERE });
  await phone.push(await phone.bundle());
  expect([await leftAt(HERE), await leftAt(THERE)]).toEqual([[family], [family]]);
  await foldPending();
  expect([await leftAt(HERE), await leftAt(THERE)]).toEqual([[], []]);
  expect(await standing(family)).toHaveLength(2);
});

it('a place that cannot be folded holds up no other, and keeps what is left', async () => {
  const [broken, sound] = [await aPhone(HERE), await aPhone(THERE)];
  const [lost, whole] = [randomUUID(), randomUUID()];
  broken.save(lost);
  sound.save(whole);
  for (const phone of [broken, sound]) await phone.push(await phone.bundle());
  const body = (await database.pool.query('SELECT body FROM entry WHERE family = $1', [lost])).rows[0].body;
  await database.pool.query("UPDATE entry SET body = '\\x09' WHERE family = $1", [lost]);
  await expect(foldPending()).rejects.toThrow('does not know (9)');
  expect([await leftAt(HERE), await leftAt(THERE)]).toEqual([[lost], []]);
  expect(await standing(whole)).toHaveLength(1);
  await database.pool.query('UPDATE entry SET body = $2 WHERE family = $1', [lost, body]);
  await foldPending();
  expect(await standing(lost)).toHaveLength(1);
});

it('what is not folded yet is no difference, and who puts a place right folds it', async () => {
  const phone = await aPhone(HERE);
  const [left, wrong] = [randomUUID(), randomUUID()];
  phone.save(wrong);
  await phone.push(await phone.bundle());
  await foldPending();
  phone.save(left);
  await phone.push(await phone.bundle(phone.entries.slice(1)));
  expect(await differences(HERE)).toEqual([]);
  await database.pool.query('UPDATE family_summary SET entries = 7 WHERE family = $1', [wrong]);
  expect(await differences(HERE)).toEqual([{ family: wrong, kind: 'differs' }]);
  const put = await replaySummaries(database.db, HERE, { fold, write: true });
  expect(put.differences.map(({ family }) => family).sort()).toEqual([left, wrong].sort());
  expect(await leftAt(HERE)).toEqual([]);
  expect(await differences(HERE)).toEqual([]);
});

it('entries are those that were sent, to the letter, however late they are folded', async () => {
  const phone = await aPhone(HERE);
  const family = randomUUID();
  const saved = [phone.save(family), phone.save(family)];
  await phone.push(await phone.bundle());
  const feed = await phone.pull(0);
  for (const entry of saved) expect(feed.body).toContain(entryToText(entry));
});

it('several who fold at once take other places, and leave none', async () => {
  const families: string[] = [];
  for (const place of [HERE, THERE]) {
    const phone = await aPhone(place);
    const family = randomUUID();
    families.push(family);
    phone.save(family);
    await phone.push(await phone.bundle());
  }
  const work = recordWork({ db: database.db, fold, figures: null });
  expect(await work.foldPending(now(), { share: { nth: 1, of: 2 } })).toBe(true);
  expect([await leftAt(HERE), await leftAt(THERE)].flat()).toHaveLength(1);
  expect(await work.foldPending(now(), { share: { nth: 0, of: 2 } })).toBe(true);
  expect([await leftAt(HERE), await leftAt(THERE)].flat()).toEqual([]);
  for (const family of families) expect(await standing(family)).toEqual([{ entries: 1, families: [family] }]);
});

it('a pause that has ended is used for one more place, and a call without a pause for all', async () => {
  for (const place of [HERE, THERE]) {
    const phone = await aPhone(place);
    phone.save(randomUUID());
    await phone.push(await phone.bundle());
  }
  const left = async () => [await leftAt(HERE), await leftAt(THERE)].flat();
  const work = recordWork({ db: database.db, fold, figures: null, isEnough: () => true });
  expect(await work.foldPending(now(), { inPause: true })).toBe(true);
  expect(await left()).toHaveLength(1);
  expect(await work.foldPending(now())).toBe(true);
  expect(await left()).toEqual([]);
});

it('a place is folded whole, also in short transactions beside bundles', async () => {
  const phone = await aPhone(HERE);
  for (let nth = 0; nth < 120; nth += 1) phone.save(randomUUID());
  await phone.push(await phone.bundle());
  expect(await leftAt(HERE)).toHaveLength(120);
  const work = recordWork({ db: database.db, fold, figures: null });
  expect(await work.foldPending(now(), { inPause: false })).toBe(true);
  expect(await leftAt(HERE)).toEqual([]);
  expect(await differences(HERE)).toEqual([]);
});

it('a place whose phone sends now is folded after the others', async () => {
  for (const last of [HERE, THERE]) {
    for (const place of [HERE, THERE]) {
      const phone = await aPhone(place);
      phone.save(randomUUID());
      await phone.push(await phone.bundle());
    }
    const work = recordWork({ db: database.db, fold, figures: null, isEnough: () => true });
    await work.foldPending(now(), { inPause: true, last: [last] });
    expect(await leftAt(last)).toHaveLength(1);
    await work.foldPending(now());
  }
});
