/** Who did what: sealed events, and those that happened while nobody was unlocked. */
import type { JsonObject } from '@denba/records/canonical-json';
import { readClearShelf } from '../clear/clear-shelf.ts';
import type { AuditEvent } from '../device.ts';
import { put } from '../store/store.ts';
import type { OpenStore } from './open-store.ts';
import { throwWriteError } from './throw-write-error.ts';

/** Events are kept under their time and an id, so that two tabs can write without asking each other. */
export const addAuditEvent = async <Row>(open: OpenStore<Row>, userId: string, kind: string, detail: JsonObject) => {
  const { surroundings, options, keys } = open;
  const event: AuditEvent = { atMs: options.wallMs(), userId, kind, detail };
  const key = `${String(event.atMs).padStart(15, '0')}/${options.newId()}`;
  const sealed = await keys.sealer.sealText(`audit/${key}`, JSON.stringify(event));
  throwWriteError(await surroundings.store.write([put('audit', key, sealed)], 'relaxed'));
};

const LISTED = 200;

export const listAuditEvents = async <Row>(
  { surroundings, keys }: OpenStore<Row>,
  limit: number = LISTED,
): Promise<readonly AuditEvent[]> => {
  const stored = await surroundings.store.keys('audit');
  const newest = stored.slice(-limit);
  const sealed = await surroundings.store.get('audit', newest);
  const texts = await Promise.all(newest.map((key, index) => keys.sealer.openText(`audit/${key}`, sealed[index])));
  const { events } = await readClearShelf(surroundings.store);
  return [
    ...texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as AuditEvent])),
    ...events.map((event) => ({ ...event, userId: null })),
  ]
    .sort((a, b) => b.atMs - a.atMs)
    .slice(0, limit);
};
