/**
 * Real phones (the device of the clinic, in memory) before the real server, over a network that may fail: they join a
 * place, note something, meet the server, and say what they hold.
 */
import { randomUUID } from 'node:crypto';
import type { DeviceOptions, Session } from '@denba/device/device';
import { memoryDevice } from '@denba/device/memory-device';
import { httpServer, joinPlace } from '@denba/device/sync/http-server';
import { keepLink, type Link, newLink } from '@denba/device/sync/link';
import type { Server } from '@denba/device/sync/server';
import { synchronise } from '@denba/device/sync/synchronise';
import { localDate } from '@denba/quantities/local-date';
import { entryToText } from '@denba/records/entry';
import { familyId, personId } from '@denba/records/ids';
import { toBase64Url } from '@denba/sync/bundle';
import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { makeJoinCode } from '../../src/devices/join-codes.ts';
import type { TestDatabase } from '../test-database.ts';
import { type Fault, fetchOf } from './fetch-of.ts';

export const ROOT = 'http://server/';

export type Phone = {
  readonly place: string;
  readonly session: Session<number>;
  link: Link;
  readonly families: Set<string>;
};

type Given = {
  readonly database: () => TestDatabase;
  readonly server: () => FastifyInstance;
  readonly fault: () => Fault;
  readonly now: () => Date;
};

export const wirePhones = ({ database, server, fault, now }: Given) => {
  const aPlace = async (): Promise<string> => {
    const id = `place-${randomUUID()}`;
    await database()
      .db.insertInto('place')
      .values({ id, parent_id: null, kind: 'health_centre', name: id, path: `${id}/` })
      .execute();
    return id;
  };

  const options = (name: string): DeviceOptions<number> => ({
    name,
    wallMs: () => now().getTime(),
    newId: () => randomUUID(),
    rowVersion: '1',
    project: (entries) =>
      new Map(entries.map(({ family }) => [family, { families: [family], row: entries.length }] as const)),
    linkedFamilies: () => [],
  });

  const aPhone = async (place: string): Promise<Phone> => {
    const device = await memoryDevice(options(randomUUID()));
    const { session } = await device.create({ centre: { id: place, name: place }, userName: 'Awa', pin: '246810' });
    const code = await makeJoinCode(database().db, { place, madeBy: 'test', now: now() });
    const { publicKey } = await session.sign(new Uint8Array());
    const joined = await joinPlace(
      fetchOf(server(), () => 'none'),
      ROOT,
      {
        ...{ code, device: session.deviceId, name: 'Téléphone', facility: place, publicKey: toBase64Url(publicKey) },
      },
    );
    if ('kind' in joined) throw new Error(joined.kind);
    const link = newLink(joined.place, joined.token, joined.courierKey);
    await keepLink(session.sealed, link);
    return { place, session, link, families: new Set() };
  };

  const wireOf = ({ link }: Phone): Server => httpServer(fetchOf(server(), fault), ROOT, link.token);

  const meet = async (phone: Phone): Promise<void> => {
    const { session, link } = phone;
    const meeting = await synchronise({ session, server: wireOf(phone), wallMs: () => now().getTime() }, link);
    phone.link = meeting.link;
    if (fault() === 'none') expect(meeting.trouble).toBeNull();
  };

  const save = async (phone: Phone, family: string, to: string | null): Promise<void> => {
    const saved = await phone.session.save([
      {
        ...{
          family: familyId(family),
          subject: personId(`${family}-child`),
          form: 'transfer@2',
          protocolVersion: null,
        },
        ...{ findings: {}, occurredOn: localDate('2026-11-26') },
        answers: { transfer: 'temporary', ...(to === null ? {} : { to_facility: 'Là-bas', to_facility_id: to }) },
      },
    ]);
    if (!saved.ok) throw new Error(saved.error.kind);
    phone.families.add(family);
  };

  const holds = async ({ session }: Phone): Promise<readonly string[]> => {
    const texts: string[] = [];
    for (const family of session.rows().keys()) texts.push(...(await session.entriesOf(family)).map(entryToText));
    return texts.sort();
  };

  return { aPlace, aPhone, wireOf, meet, save, holds };
};
