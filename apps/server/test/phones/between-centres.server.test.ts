/**
 * Phones of two centres give each other families without the server, and meet it later: it has what each phone wrote,
 * once, from that phone; nothing is refused, and nobody sends what another wrote.
 */
import { randomUUID } from 'node:crypto';
import { openFamilyParcel } from '@denba/device/centres/open-family-parcel';
import { ownCode } from '@denba/device/centres/own-code';
import { receiveFamily } from '@denba/device/centres/receive-family';
import { writeFamilyParcel } from '@denba/device/centres/write-family-parcel';
import { openCarriage } from '@denba/device/courier/carriage';
import { handOver } from '@denba/device/courier/hand-over';
import { localDate } from '@denba/quantities/local-date';
import { familyId } from '@denba/records/ids';
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/create-app.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import {
  aPlace,
  holds,
  aPhone as joinedPhone,
  meet as meetServer,
  now,
  type Phone,
  save,
  smallFold,
  wireOf,
} from './real-phones.ts';

const TODAY = localDate('2026-11-26');
const wallMs = (): number => now().getTime();
let database: TestDatabase;
let server: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  server = createApp({ db: database.db, fold: smallFold, now, log: () => {} });
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const aPhone = (place: string): Promise<Phone> => joinedPhone(server, database, place);
const meet = (phone: Phone): Promise<void> => meetServer(phone, server);
const codeOf = ({ session }: Phone) => ownCode(session, session.centre);

const parcelOf = async (from: Phone, family: string, to: Phone): Promise<string | null> => {
  const entries = await from.session.entriesOf(familyId(family));
  if (entries.length === 0) return null;
  const [own, { code }] = [await codeOf(from), await codeOf(to)];
  const parcel = await writeFamilyParcel({ entries, to: code, own, wallMs });
  if (!parcel.ok) throw new Error(parcel.error.kind);
  return parcel.value.text;
};

const take = async (to: Phone, parcel: string): Promise<void> => {
  const opened = await openFamilyParcel(parcel, { session: to.session, own: await codeOf(to) });
  if (!opened.ok) throw new Error(opened.error.kind);
  expect(opened.value.refused).toEqual([]);
  expect((await receiveFamily(to.session, opened.value, TODAY)).ok).toBe(true);
};

/** Device and number of the entries of a place on the server. */
const onServer = async (place: string): Promise<readonly string[]> => {
  const rows = await database.db
    .selectFrom('entry')
    .select(['device_id', 'seq'])
    .where('place_id', '=', place)
    .execute();
  return rows.map(({ device_id, seq }) => `${device_id} ${seq}`).sort();
};

const logOf = ({ session }: Phone): readonly string[] =>
  Array.from({ length: session.log.head().seq }, (_, at) => `${session.deviceId} ${at + 1}`);

describe('two centres that gave each other a family without the server', () => {
  it('each send what they wrote; a referral makes the server give both the rest, which they have', async () => {
    const [here, there] = [await aPlace(database), await aPlace(database)];
    const [sender, receiver] = [await aPhone(here), await aPhone(there)];
    const family = randomUUID();
    await save(sender, family, there);
    await take(receiver, (await parcelOf(sender, family, receiver)) ?? '');
    await save(receiver, family, null);
    await take(sender, (await parcelOf(receiver, family, sender)) ?? '');

    // The receiver meets the server first: it sends none of the other phone's entries.
    await meet(receiver);
    expect(receiver.link).toMatchObject({ acknowledged: 1, refused: [] });
    expect(await onServer(there)).toEqual(logOf(receiver));
    await meet(sender);
    await meet(receiver);
    expect(sender.link).toMatchObject({ acknowledged: 1, refused: [] });
    const both = [...logOf(sender), ...logOf(receiver)].sort();
    expect(await onServer(here)).toEqual(both);
    expect(await onServer(there)).toEqual(both);
    expect(await holds(sender)).toEqual(await holds(receiver));
    expect(await holds(sender)).toHaveLength(2);
  });

  it('and no referral: the server keeps each under the place that wrote it, and takes no family from a courier', async () => {
    const [here, there] = [await aPlace(database), await aPlace(database)];
    const [sender, receiver] = [await aPhone(here), await aPhone(there)];
    const family = randomUUID();
    await save(sender, family, null);
    const parcel = (await parcelOf(sender, family, receiver)) ?? '';
    await take(receiver, parcel);
    for (const phone of [receiver, sender, receiver]) await meet(phone);
    expect(await onServer(here)).toEqual(logOf(sender));
    expect(await onServer(there)).toEqual([]);

    const courier = await aPhone(here);
    const carriage = openCarriage(courier.session.sealed, courier.session.deviceId);
    expect((await carriage.take(parcel, wallMs())).ok).toBe(true);
    expect(await handOver(carriage, wireOf(courier, server), wallMs)).toEqual({
      ...{ received: 0, unreadable: 0, trouble: null },
    });
    expect(await carriage.list()).toHaveLength(1);
    // An older phone does not know the kind of parcel and offers it: the server answers `notOurs`, and stores nothing.
    expect(await wireOf(courier, server).bring(parcel)).toEqual({ kind: 'brought', outcome: 'notOurs' });
  });
});

const act = fc.record({
  phone: fc.nat(2),
  other: fc.nat(2),
  family: fc.nat(1),
  what: fc.constantFrom('save', 'save', 'refer', 'give', 'give', 'meet'),
});

it('whatever was written, given and sent in whatever order: nothing twice, nothing refused, nothing lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 20 }), async (acts) => {
      const [here, there] = [await aPlace(database), await aPlace(database)];
      const phones = [await aPhone(here), await aPhone(there), await aPhone(there)] as const;
      const families = [randomUUID(), randomUUID()] as const;
      for (const { phone: index, other, family: number, what } of acts) {
        const [phone, to] = [phones[index] ?? phones[0], phones[other] ?? phones[0]];
        const family = families[number] ?? families[0];
        if (what === 'save') await save(phone, family, null);
        else if (what === 'refer') await save(phone, family, phone.place === here ? there : here);
        else if (what === 'meet') await meet(phone);
        else if (phone !== to) {
          const parcel = await parcelOf(phone, family, to);
          if (parcel !== null) await take(to, parcel);
        }
      }
      for (let round = 0; round < 2; round += 1) for (const phone of phones) await meet(phone);
      for (const phone of phones) {
        expect(phone.link).toMatchObject({ acknowledged: phone.session.log.head().seq, refused: [] });
        const kept = await onServer(phone.place);
        expect(new Set(kept).size).toBe(kept.length);
        expect(kept).toEqual(expect.arrayContaining([...logOf(phone)]));
        const held = (await holds(phone)).map((text) => JSON.parse(text) as { device: string; seq: number });
        expect(held.map(({ device, seq }) => `${device} ${seq}`)).toEqual(expect.arrayContaining([...kept]));
      }
      const texts = new Set((await Promise.all(phones.map(holds))).flat());
      expect(texts.size).toBe(phones.reduce((sum, { session }) => sum + session.log.head().seq, 0));
    }),
    { numRuns: 15 },
  );
}, 180_000);
