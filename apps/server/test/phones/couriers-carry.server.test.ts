/**
 * Phones without network give each other files: through any number of couriers, in any order, repeatedly. Whatever
 * happened, in the end every place has what its phones wrote, once, and no phone learned anything by carrying.
 */
import { randomUUID } from 'node:crypto';
import { openCarriage } from '@denba/device/courier/carriage';
import { handOver } from '@denba/device/courier/hand-over';
import { writeCourierFile } from '@denba/device/courier/write-courier-file';
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/create-app.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import type { Fault } from './fetch-of.ts';
import {
  holds,
  aPhone as joinedPhone,
  meet as meetServer,
  aPlace as newPlace,
  type Phone,
  save,
  smallFold,
  wireOf as wire,
} from './real-phones.ts';

let database: TestDatabase;
let server: FastifyInstance;
let fault: Fault = 'none';
let hours = 0;
const now = () => new Date(Date.parse('2026-11-26T09:00:00Z') + hours * 3_600_000);
const wallMs = () => now().getTime();

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

const aPlace = (): Promise<string> => newPlace(database);
const aPhone = (place: string): Promise<Phone> => joinedPhone(server, database, place, now);
const wireOf = (phone: Phone) => wire(phone, server, () => fault);
const meet = (phone: Phone): Promise<void> => meetServer(phone, server, () => fault, now);

const carriageOf = ({ session }: Phone) => openCarriage(session.sealed, session.deviceId);

/** Everything that a phone could give another one: its own file, and what it carries. */
const fileOf = async (phone: Phone): Promise<string> => {
  const written = await writeCourierFile({ session: phone.session, wallMs }, phone.link);
  const carriage = carriageOf(phone);
  const carried = await Promise.all((await carriage.list()).map(({ id }) => carriage.read(id)));
  return [written.ok ? written.value.text : '', ...carried].join('');
};

const give = async (from: Phone, to: Phone): Promise<void> => {
  const text = await fileOf(from);
  if (text !== '') expect((await carriageOf(to).take(text, wallMs())).ok).toBe(true);
};

const bring = async (phone: Phone): Promise<void> => {
  await handOver(carriageOf(phone), wireOf(phone), wallMs);
};

const act = fc.record({
  phone: fc.nat(3),
  other: fc.nat(3),
  what: fc.constantFrom('save', 'save', 'save', 'give', 'give', 'give', 'bring', 'meet'),
  fault: fc.constantFrom<Fault>('none', 'none', 'noNetwork', 'lostAnswer', 'cutAnswer'),
});

it('what was given from hand to hand arrives once, where it belongs, and is acknowledged to who wrote it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 30 }), async (acts) => {
      fault = 'none';
      const [here, there] = [await aPlace(), await aPlace()];
      const phones = [await aPhone(here), await aPhone(here), await aPhone(there), await aPhone(there)];
      const author = phones[0] as Phone;
      for (const { phone: index, other, what, fault: broken } of acts) {
        const phone = phones[index] as Phone;
        hours += 1;
        fault = broken;
        if (what === 'save') await save(phone, randomUUID(), null);
        else if (what === 'give' && index !== other) await give(phone, phones[other] as Phone);
        else if (what === 'bring') await bring(phone);
        // The author never meets the server during this.
        else if (what === 'meet' && phone !== author) await meet(phone);
      }
      fault = 'none';
      // The author gives a last file; then the couriers come where there is a network.
      await give(author, phones[3] as Phone);
      for (let round = 0; round < 2; round += 1) {
        hours += 2;
        for (const phone of phones.slice(1)) {
          await bring(phone);
          await meet(phone);
        }
      }
      const own = author.session.log.head().seq;
      const kept = await database.db
        .selectFrom('entry')
        .select(['device_id', 'id'])
        .where('place_id', '=', here)
        .execute();
      expect(kept.filter(({ device_id }) => device_id === author.session.deviceId)).toHaveLength(own);
      await meet(author);
      expect(author.link.acknowledged).toBe(own);
      await meet(phones[1] as Phone);
      const held = await Promise.all(phones.map(holds));
      expect(held[0]).toEqual(held[1]);
      expect(held[0]).toHaveLength(kept.length);
      const foreign = new Set(held[0]);
      expect((held[3] ?? []).filter((text) => foreign.has(text))).toEqual([]);
      for (const phone of phones.slice(1)) expect(await carriageOf(phone).list()).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 180_000);
