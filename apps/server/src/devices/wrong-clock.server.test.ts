import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { aCountry, aMorning, managedApp } from '../../test/test-people.ts';
import { testPhone } from '../../test/test-phone.ts';
import { makeJoinCode } from './join-codes.ts';

/** The phones of these tests send at nine o'clock by their own clocks. */
const clock = aMorning();
let database: TestDatabase;
let server: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  server = managedApp(database, clock);
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const HOUR = 3_600_000;
const serverIs = (time: string): void => {
  clock.now = new Date(`2026-11-26T${time}Z`);
};

const flagged = async (place: string, device: string): Promise<readonly (number | null)[]> => {
  const rows = await database.db
    .selectFrom('entry')
    .select('clock_off_ms')
    .where('place_id', '=', place)
    .where('device_id', '=', device)
    .orderBy('seq')
    .execute();
  return rows.map(({ clock_off_ms }) => (clock_off_ms === null ? null : Number(clock_off_ms)));
};

it('dates are flagged where the clock of the phone was off by more than ten minutes, here and where the family is referred to', async () => {
  serverIs('09:00:00');
  const phone = await testPhone(server, 'kalaban');
  await phone.join(await makeJoinCode(database.db, { place: 'kalaban', madeBy: 'test', now: clock.now }));
  const family = randomUUID();
  phone.save(family);
  serverIs('09:10:00');
  await phone.push(await phone.bundle());
  phone.save(family, { transfer: 'temporary', to_facility: 'Bla', to_facility_id: 'bla' }, 'transfer@2');
  serverIs('12:00:00');
  await phone.push(await phone.bundle());
  expect(await flagged('kalaban', phone.id)).toEqual([null, -3 * HOUR]);
  expect(await flagged('bla', phone.id)).toEqual([null, -3 * HOUR]);
});
