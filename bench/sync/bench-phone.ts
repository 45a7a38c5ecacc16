/**
 * A real phone that joins a place: the device of the clinic with its rows, encryption and folding, and its store in
 * memory.
 */
import { randomUUID } from 'node:crypto';
import type { SaveDraft, Session } from '@denba/device/device';
import { memoryDevice } from '@denba/device/memory-device';
import { httpServer, joinPlace } from '@denba/device/sync/http-server';
import { keepLink, type Link, newLink } from '@denba/device/sync/link';
import { synchronise } from '@denba/device/sync/synchronise';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { Entry } from '@denba/records/entry';
import { toBase64Url } from '@denba/sync/base64-url';
import { rules } from '../browser/clinic-stories.ts';
import { draftOf } from './draft-of.ts';
import { phoneRows } from './phone-rows.ts';

export type BenchPhone = {
  readonly place: string;
  readonly session: Session<CareRow>;
  readonly save: (drafts: readonly SaveDraft[]) => Promise<void>;
  /** Syncs over the line at this port; throws unless everything was sent and read. */
  readonly meet: (port: number) => Promise<{ readonly sent: number; readonly received: number; readonly ms: number }>;
};

export const benchPhone = async (place: string, code: string, port: number): Promise<BenchPhone> => {
  const device = await memoryDevice<CareRow>({
    name: randomUUID(),
    wallMs: () => Date.now(),
    newId: () => randomUUID(),
    ...phoneRows(rules),
  });
  const { session } = await device.create({ centre: { id: place, name: place }, userName: 'Awa', pin: '246810' });
  const { publicKey } = await session.sign(new Uint8Array());
  const asked = { code, device: session.deviceId, name: 'Banc', facility: place, publicKey: toBase64Url(publicKey) };
  const joined = await joinPlace(fetch, rootAt(port), asked);
  if ('kind' in joined) throw new Error(`the phone could not join: ${joined.kind}`);
  let link: Link = newLink(joined.place, joined.token, joined);
  await keepLink(session.sealed, link);
  return {
    ...{ place, session },
    save: async (drafts) => {
      const saved = await session.save(drafts);
      if (!saved.ok) throw new Error(`not saved: ${saved.error.kind}`);
    },
    meet: async (at) => {
      const start = performance.now();
      const server = httpServer(fetch, rootAt(at), joined.token);
      const meeting = await synchronise({ session, server, wallMs: () => Date.now() }, link);
      if (meeting.trouble !== null) throw new Error(`a meeting broke off: ${JSON.stringify(meeting.trouble)}`);
      link = meeting.link;
      return { sent: meeting.sent, received: meeting.received, ms: performance.now() - start };
    },
  };
};

const rootAt = (port: number): string => `http://127.0.0.1:${port}/`;

const SAVED_AT_ONCE = 1_000;

export const saveAll = async (phone: BenchPhone, entries: readonly Entry[]): Promise<void> => {
  for (let at = 0; at < entries.length; at += SAVED_AT_ONCE) {
    await phone.save(entries.slice(at, at + SAVED_AT_ONCE).map(draftOf));
  }
};
