/**
 * A line that is cut at any byte, in either direction, in the middle of requests and answers: in the end all phones of
 * a place hold the same, and nothing is duplicated.
 */
import { randomUUID } from 'node:crypto';
import { createRandom } from '@denba/scenario/random';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/create-app.ts';
import { startLink } from '../real-server/link-proxy.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { halfWritten } from './half-written.ts';
import { meetAtLast, phoneOnALine } from './phones-on-a-line.ts';
import { aPlace, smallFold } from './real-phones.ts';

let database: TestDatabase;
let server: FastifyInstance;
let port: number;

beforeAll(async () => {
  database = await testDatabase();
  server = createApp({ db: database.db, fold: smallFold, now: () => new Date(), log: () => {} });
  port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const ROUNDS = 40;

it.each(['first seed', 'second seed'])(
  'phones whose connections are cut at random bytes end as one (%s)',
  async (seed) => {
    const random = createRandom(seed);
    let cutting = true;
    // The cuts fall inside the headers of a request, inside a bundle, inside the answer, or inside a page of the feed.
    const cutAfter = () => (cutting ? 1 + random.whole(random.chance(0.5) ? 600 : 20_000) : null);
    const link = await startLink(() => port, { cutAfter });
    const [here, there] = [await aPlace(database), await aPlace(database)];
    cutting = false;
    const phones = [
      await phoneOnALine(database, here, link.port),
      await phoneOnALine(database, here, link.port),
      await phoneOnALine(database, there, link.port),
    ];
    cutting = true;
    link.hangUp();
    const families = [randomUUID(), randomUUID(), randomUUID()];
    for (let round = 0; round < ROUNDS; round += 1) {
      const phone = phones[random.whole(2)];
      const which = random.whole(3);
      await phone?.save(families[which] ?? '', 1 + random.whole(20), which === 2 ? there : undefined);
      await Promise.all(phones.map((one) => one.meet()));
    }
    cutting = false;
    await meetAtLast(phones);
    expect(link.cuts()).toBeGreaterThan(ROUNDS / 2);
    expect(await halfWritten(database, new Map(phones.map((phone) => [phone.id, phone.saved()])))).toEqual([]);
    const [one, two, other] = await Promise.all(phones.map((phone) => phone.holds()));
    expect(one).toEqual(two);
    expect(new Set(one).size).toBe(phones.reduce((sum, phone) => sum + phone.saved(), 0));
    expect(other).toEqual(one?.filter((text) => JSON.parse(text).family === families[2]));
    await link.end();
  },
);
