/** Real phones that reach a real server over a TCP line, whatever happens to either, and what must hold afterwards. */
import { randomUUID } from 'node:crypto';
import type { Session } from '@denba/device/device';
import { memoryDevice } from '@denba/device/memory-device';
import { httpServer, joinPlace } from '@denba/device/sync/http-server';
import { keepLink, type Link, newLink } from '@denba/device/sync/link';
import { synchronise } from '@denba/device/sync/synchronise';
import { localDate } from '@denba/quantities/local-date';
import { entryToText } from '@denba/records/entry';
import { familyId, personId } from '@denba/records/ids';
import { toBase64Url } from '@denba/sync/base64-url';
import { makeJoinCode } from '../../src/devices/join-codes.ts';
import type { TestDatabase } from '../test-database.ts';

export type LinePhone = {
  readonly place: string;
  readonly id: string;
  /** Saves `count` entries of one family at once. `to`: the place that each of them refers it to. */
  readonly save: (family: string, count: number, to?: string) => Promise<void>;
  /** Meets the server once; `null`: everything was sent and read, otherwise the kind of trouble. */
  readonly meet: () => Promise<string | null>;
  readonly saved: () => number;
  /** How far the server said that it has the phone's log. */
  readonly acknowledged: () => number;
  /** Canonical texts of all entries that the phone holds. */
  readonly holds: () => Promise<readonly string[]>;
};

export const phoneOnALine = async (
  { db }: Pick<TestDatabase, 'db'>,
  place: string,
  port: number,
): Promise<LinePhone> => {
  const device = await memoryDevice<number>({
    ...{ name: randomUUID(), wallMs: () => Date.now(), newId: () => randomUUID(), rowVersion: '1' },
    project: (entries) => new Map(entries.map(({ family }) => [family, { families: [family], row: 1 }] as const)),
    linkedFamilies: () => [],
  });
  const { session } = await device.create({ centre: { id: place, name: place }, userName: 'Awa', pin: '246810' });
  const root = `http://127.0.0.1:${port}/`;
  const code = await makeJoinCode(db, { place, madeBy: 'test', now: new Date() });
  const { publicKey } = await session.sign(new Uint8Array());
  const asked = {
    code,
    device: session.deviceId,
    name: 'Téléphone',
    facility: place,
    publicKey: toBase64Url(publicKey),
  };
  const joined = await joinPlace(fetch, root, asked);
  if ('kind' in joined) throw new Error(`the phone could not join: ${joined.kind}`);
  let link: Link = newLink(joined.place, joined.token, joined);
  await keepLink(session.sealed, link);
  return {
    ...{ place, id: session.deviceId },
    save: (family, count, to) => save(session, family, count, to),
    meet: async () => {
      const server = httpServer(fetch, root, joined.token);
      const meeting = await synchronise({ session, server, wallMs: () => Date.now() }, link);
      link = meeting.link;
      return meeting.trouble?.kind ?? null;
    },
    saved: () => session.log.head().seq,
    acknowledged: () => link.acknowledged,
    holds: async () => {
      const texts: string[] = [];
      for (const family of session.rows().keys()) texts.push(...(await session.entriesOf(family)).map(entryToText));
      return texts.sort();
    },
  };
};

const save = async (session: Session<number>, family: string, count: number, to?: string): Promise<void> => {
  const saved = await session.save(
    Array.from({ length: count }, () => ({
      ...{ family: familyId(family), subject: personId(`${family}-child`), form: 'transfer@2', protocolVersion: null },
      ...{ findings: {}, occurredOn: localDate('2026-11-26') },
      answers: { transfer: 'temporary', ...(to === undefined ? {} : { to_facility: 'Là-bas', to_facility_id: to }) },
    })),
  );
  if (!saved.ok) throw new Error(saved.error.kind);
};

/** Meets until nothing more is to be sent or read; throws after half a minute. */
export const meetAtLast = async (phones: readonly LinePhone[]): Promise<void> => {
  const until = Date.now() + 30_000;
  // Two rounds, so that the first phone reads what the last one sends.
  for (const phone of [...phones, ...phones]) {
    for (let trouble = await phone.meet(); trouble !== null; trouble = await phone.meet()) {
      if (Date.now() > until) throw new Error(`a phone does not come through: ${trouble}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};
