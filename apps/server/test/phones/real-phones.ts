/** Real phones (the device of the clinic, in memory) that meet a server over a network with faults. */
import { randomUUID } from 'node:crypto';
import type { Device, DeviceOptions, Session } from '@denba/device/device';
import { memoryDevice } from '@denba/device/memory-device';
import { httpServer, joinPlace } from '@denba/device/sync/http-server';
import { keepLink, type Link, newLink } from '@denba/device/sync/link';
import type { Server } from '@denba/device/sync/server';
import { synchronise } from '@denba/device/sync/synchronise';
import { localDate } from '@denba/quantities/local-date';
import { entryToText } from '@denba/records/entry';
import { familyId, personId } from '@denba/records/ids';
import { toBase64Url } from '@denba/sync/base64-url';
import type { Fold } from '@denba/sync/receiving/fold-families';
import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { makeJoinCode } from '../../src/devices/join-codes.ts';
import type { TestDatabase } from '../test-database.ts';
import { type Fault, fetchOf } from './fetch-of.ts';

export const now = (): Date => new Date('2026-11-26T09:00:00Z');
export const ROOT = 'http://server/';

/** A minimal fold, sufficient for what is sent and received. */
export const smallFold: Fold = (entries) =>
  new Map(
    entries.map(({ family }) => [
      family,
      {
        families: [family],
        summary: { entries: entries.filter((entry) => entry.family === family).length },
        facts: [],
      },
    ]),
  );

export type Phone = {
  readonly place: string;
  readonly device: Device<number>;
  readonly session: Session<number>;
  link: Link;
  readonly families: Set<string>;
};

export const aPlace = async ({ db }: TestDatabase): Promise<string> => {
  const id = `place-${randomUUID()}`;
  await db
    .insertInto('place')
    .values({ id, parent_id: null, kind: 'health_centre', name: id, path: `${id}/` })
    .execute();
  return id;
};

const options = (name: string, clock: () => Date): DeviceOptions<number> => ({
  name,
  wallMs: () => clock().getTime(),
  newId: () => randomUUID(),
  rowVersion: '1',
  project: (entries) =>
    new Map(entries.map(({ family }) => [family, { families: [family], row: entries.length }] as const)),
  linkedFamilies: () => [],
});

export const aPhone = async (
  server: FastifyInstance,
  { db }: TestDatabase,
  place: string,
  clock: () => Date = now,
): Promise<Phone> => {
  const device = await memoryDevice(options(randomUUID(), clock));
  const { session } = await device.create({ centre: { id: place, name: place }, userName: 'Awa', pin: '246810' });
  const code = await makeJoinCode(db, { place, madeBy: 'test', now: clock() });
  const { publicKey } = await session.sign(new Uint8Array());
  const joined = await joinPlace(
    fetchOf(server, () => 'none'),
    ROOT,
    {
      ...{ code, device: session.deviceId, name: 'Téléphone', facility: place, publicKey: toBase64Url(publicKey) },
    },
  );
  if ('kind' in joined) throw new Error(joined.kind);
  const link = newLink(joined.place, joined.token, joined);
  await keepLink(session.sealed, link);
  return { place, device, session, link, families: new Set() };
};

export const wireOf = ({ link }: Phone, server: FastifyInstance, fault: () => Fault = () => 'none'): Server =>
  httpServer(fetchOf(server, fault), ROOT, link.token);

export const meet = async (
  phone: Phone,
  server: FastifyInstance,
  fault: () => Fault = () => 'none',
  clock: () => Date = now,
): Promise<void> => {
  const { session, link } = phone;
  const meeting = await synchronise(
    { session, server: wireOf(phone, server, fault), wallMs: () => clock().getTime() },
    link,
  );
  phone.link = meeting.link;
  if (fault() === 'none') expect(meeting.trouble).toBeNull();
};

/** `to`: the place that the family is referred to; `null`: to none. */
export const save = async (phone: Phone, family: string, to: string | null): Promise<void> => {
  const saved = await phone.session.save([
    {
      ...{ family: familyId(family), subject: personId(`${family}-child`), form: 'transfer@2', protocolVersion: null },
      ...{ findings: {}, occurredOn: localDate('2026-11-26') },
      answers: { transfer: 'temporary', ...(to === null ? {} : { to_facility: 'Là-bas', to_facility_id: to }) },
    },
  ]);
  if (!saved.ok) throw new Error(saved.error.kind);
  phone.families.add(family);
};

/** Canonical texts of all entries that the phone holds. */
export const holds = async ({ session }: Phone): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (const family of session.rows().keys()) texts.push(...(await session.entriesOf(family)).map(entryToText));
  return texts.sort();
};
