/**
 * Real phones (the device of the clinic, in memory) and the real server on a real PostgreSQL, over a network that loses
 * requests and answers: whatever happened, in the end every place has what it is entitled to, once, and nothing else.
 */
import { randomUUID } from 'node:crypto';
import { httpServer } from '@denba/device/sync/http-server';
import { synchronise } from '@denba/device/sync/synchronise';
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/create-app.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { type Fault, fetchOf } from './fetch-of.ts';
import {
  aPlace,
  holds,
  aPhone as joinedPhone,
  meet as meetServer,
  now,
  type Phone,
  ROOT,
  save,
  smallFold,
} from './real-phones.ts';

let database: TestDatabase;
let server: FastifyInstance;
let fault: Fault = 'none';

beforeAll(async () => {
  database = await testDatabase();
  server = createApp({
    db: database.db,
    fold: smallFold,
    now,
    log: () => {},
  });
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const aPhone = (place: string): Promise<Phone> => joinedPhone(server, database, place);
const meet = (phone: Phone): Promise<void> => meetServer(phone, server, () => fault);

const act = fc.record({
  phone: fc.nat(2),
  family: fc.nat(2),
  what: fc.constantFrom('save', 'save', 'refer', 'meet', 'meet'),
  fault: fc.constantFrom<Fault>('none', 'none', 'noNetwork', 'lostAnswer', 'cutAnswer'),
});

describe('phones that meet the server', () => {
  it('lose nothing, double nothing, and show nothing to a place that does not care for the family', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (acts) => {
        const [here, there] = [await aPlace(database), await aPlace(database)];
        const phones = [await aPhone(here), await aPhone(here), await aPhone(there)] as const;
        const names: readonly string[] = Array.from({ length: 3 }, () => randomUUID());
        // Families 0 and 1 begin here, 2 there; the other place may write of one only once it was referred.
        const allowed = new Map([
          [here, new Set(names.slice(0, 2))],
          [there, new Set(names.slice(2))],
        ]);
        for (const { phone: index, family: number, what, fault: broken } of acts) {
          const phone = phones[index] as Phone;
          const family = names[number] ?? '';
          if (what === 'meet') {
            fault = broken;
            await meet(phone);
          } else if (allowed.get(phone.place)?.has(family) === true) {
            const other = phone.place === here ? there : here;
            await save(phone, family, what === 'refer' ? other : null);
            if (what === 'refer') allowed.get(other)?.add(family);
          }
        }
        fault = 'none';
        for (let round = 0; round < 3; round += 1) for (const phone of phones) await meet(phone);
        const [a, b, c] = await Promise.all(phones.map(holds));
        expect(a).toEqual(b);
        const all = [...new Set([...(a ?? []), ...(c ?? [])])];
        for (const [place, held] of [
          [here, a],
          [there, c],
        ] as const) {
          const families = allowed.get(place);
          expect(new Set(held).size).toBe(held?.length);
          expect(held).toEqual(all.filter((text) => families?.has(JSON.parse(text).family)).sort());
          const feed = await database.db.selectFrom('entry').select('id').where('place_id', '=', place).execute();
          expect(feed.map(({ id }) => id).sort()).toEqual((held ?? []).map((text) => JSON.parse(text).id).sort());
        }
      }),
      { numRuns: 12 },
    );
  });

  it('sends again what a restored server lost, and reads the feed from its beginning', async () => {
    const place = await aPlace(database);
    const [one, two] = [await aPhone(place), await aPhone(place)];
    const family = randomUUID();
    await save(one, family, null);
    await meet(one);
    const backup = await database.db.selectFrom('entry').selectAll().where('place_id', '=', place).execute();
    const log = await database.db.selectFrom('device_log').selectAll().where('place_id', '=', place).execute();
    await save(one, family, null);
    await save(two, family, null);
    for (const phone of [one, two, one]) await meet(phone);
    // As after a restore: later entries are gone, and their positions will be used again.
    const { db } = database;
    await db.deleteFrom('entry').where('place_id', '=', place).execute();
    await db.deleteFrom('device_log').where('place_id', '=', place).execute();
    await db.insertInto('entry').values(backup).execute();
    await db.insertInto('device_log').values(log).execute();
    await db.updateTable('place_feed').set({ last_position: 1 }).where('place_id', '=', place).execute();
    for (const phone of [two, one, two, one]) await meet(phone);
    expect(await holds(one)).toEqual(await holds(two));
    const feed = await db.selectFrom('entry').select('id').where('place_id', '=', place).execute();
    expect(feed).toHaveLength(3);
  });

  it('tells a phone that was reported lost, once and for all', async () => {
    const phone = await aPhone(await aPlace(database));
    await save(phone, randomUUID(), null);
    await database.db
      .updateTable('device')
      .set({ revoked_at: now(), revoked_by: 'test' })
      .where('id', '=', phone.session.deviceId)
      .execute();
    fault = 'noNetwork';
    await meet(phone);
    expect(phone.link.revoked).toBe(false);
    fault = 'cutAnswer';
    await meet(phone);
    const wire = httpServer(
      fetchOf(server, () => 'none'),
      ROOT,
      phone.link.token,
    );
    const meeting = await synchronise({ session: phone.session, server: wire, wallMs: () => 0 }, phone.link);
    expect(meeting).toMatchObject({ trouble: { kind: 'revoked' }, link: { revoked: true } });
    fault = 'none';
  });
});
