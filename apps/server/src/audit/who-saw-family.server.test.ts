import { randomUUID } from 'node:crypto';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { aCountry, aMorning } from '../../test/test-people.ts';
import { testPhone } from '../../test/test-phone.ts';
import { createApp } from '../create-app.ts';
import { makeJoinCode } from '../devices/join-codes.ts';
import { whoSawFamily } from './who-saw-family.ts';

const clock = aMorning();
let database: TestDatabase;
let server: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  server = createApp({
    db: database.db,
    fold: (entries) =>
      new Map(
        [...foldFamilies(entries)].map(([family, { families }]) => [family, { families, summary: {}, facts: [] }]),
      ),
    now: () => clock.now,
    log: () => {},
  });
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const aPhone = async (place: string) => {
  const phone = await testPhone(server, place);
  await phone.join(await makeJoinCode(database.db, { place, madeBy: 'test', now: clock.now }));
  return phone;
};

const minutesLater = (): void => {
  clock.now = new Date(clock.now.getTime() + 60_000);
};

it('names every phone that brought or was given entries of the family, at every place, and from where', async () => {
  const [writer, reader, elsewhere] = [await aPhone('sanankoroba'), await aPhone('sanankoroba'), await aPhone('bla')];
  const [family, other] = [randomUUID(), randomUUID()];
  writer.save(family);
  writer.save(other);
  await writer.push(await writer.bundle());
  minutesLater();
  await reader.pull();
  // Nothing is new, so nothing is recorded as seen.
  await reader.pull(2);
  minutesLater();
  writer.save(family, { transfer: 'temporary', to_facility: 'Bla', to_facility_id: 'bla' }, 'transfer@2');
  await writer.push(await writer.bundle());
  minutesLater();
  await elsewhere.pull();

  const seen = await whoSawFamily(database.db, family);
  expect(seen.map(({ act, placeName, actor, detail }) => [act, placeName, actor, detail['entries']])).toEqual([
    ['received', 'Sanankoroba', `device:${writer.id}`, 1],
    ['sent', 'Sanankoroba', `device:${reader.id}`, 1],
    ['received', 'Sanankoroba', `device:${writer.id}`, 1],
    ['sent', 'Bla', `device:${elsewhere.id}`, 2],
  ]);
  expect(new Set(seen.map(({ actorName, detail }) => [actorName, detail['from']].join()))).toEqual(
    new Set(['Téléphone de la salle,127.0.0.1']),
  );
  expect(await whoSawFamily(database.db, randomUUID())).toEqual([]);
});

it('counts the families that were made one with it', async () => {
  const phone = await aPhone('kalaban');
  const [kept, duplicate] = [randomUUID(), randomUUID()];
  for (const family of [kept, duplicate]) phone.save(family);
  phone.save(kept, { merge: 'family', keep: kept, duplicate, reason: 'deux fiches' }, 'merge-duplicates@1');
  await phone.push(await phone.bundle());
  for (const family of [kept, duplicate]) {
    const families = (await whoSawFamily(database.db, family)).map((seen) => seen.family);
    expect(new Set(families)).toEqual(new Set([kept, duplicate]));
  }
});
