/**
 * The audit log of the phone: encrypted events, and those from times when nobody was unlocked. New events are stored
 * one by one, older ones packed by the hundred, in the order of their keys: packs (`0/…`) before single events (`1/…`),
 * each by time.
 */
import type { JsonObject } from '@denba/records/canonical-json';
import { readClearShelf } from '../clear/clear-shelf.ts';
import type { AuditEvent } from '../device.ts';
import { put, remove, type StoredRecord } from '../store/store.ts';
import type { OpenStore } from './open-store.ts';
import { throwWriteError } from './throw-write-error.ts';

const PACKED_TOGETHER = 256;
const LISTED = 200;

/** Keys contain the time and a unique id, so that two tabs can write without coordination. */
export const addAuditEvent = async <Row>(
  { surroundings, options, keys }: OpenStore<Row>,
  userId: string,
  kind: string,
  detail: JsonObject,
): Promise<void> => {
  const event: AuditEvent = { atMs: options.wallMs(), userId, kind, detail };
  const key = `1/${String(event.atMs).padStart(15, '0')}/${options.newId()}`;
  const sealed = await keys.sealer.sealText(`audit/${key}`, JSON.stringify([event]));
  throwWriteError(await surroundings.store.write([put('audit', key, sealed)], 'relaxed'));
};

export const listAuditEvents = async <Row>(
  open: OpenStore<Row>,
  limit: number = LISTED,
): Promise<readonly AuditEvent[]> => {
  // Read in one transaction: packing by another tab could otherwise hide events between two reads.
  const { audit } = await open.surroundings.store.all(['audit']);
  const events: AuditEvent[] = [];
  for (let end = audit.length; end > 0 && events.length < limit; end -= LISTED) {
    events.push(...(await readEvents(open, audit.slice(Math.max(0, end - LISTED), end))));
  }
  const whileLocked = (await readClearShelf(open.surroundings.store)).events;
  return [...events, ...whileLocked.map((event) => ({ ...event, userId: null }))]
    .sort((a, b) => b.atMs - a.atMs)
    .slice(0, limit);
};

/** Packs the oldest single events when there are many. */
export const packAuditEvents = async <Row>(open: OpenStore<Row>): Promise<void> => {
  const { store, exclusively } = open.surroundings;
  await exclusively(async () => {
    const { audit } = await store.all(['audit']);
    const oldest = audit.filter(([key]) => String(key).startsWith('1/')).slice(0, PACKED_TOGETHER);
    if (oldest.length < PACKED_TOGETHER) return;
    const events = await readEvents(open, oldest);
    // When an event cannot be read, it stays where it is, and none of these events is packed.
    if (events.length < oldest.length) return;
    const key = `0/${String(oldest[0]?.[0]).slice(2)}`;
    const sealed = await open.keys.sealer.sealText(`audit/${key}`, JSON.stringify(events));
    const changes = [put('audit', key, sealed), ...oldest.map(([one]) => remove('audit', one))];
    throwWriteError(await store.write(changes, 'relaxed'));
  });
};

const readEvents = async <Row>(
  { keys, contents }: OpenStore<Row>,
  records: readonly StoredRecord[],
): Promise<readonly AuditEvent[]> => {
  const texts = await Promise.all(records.map(([key, sealed]) => keys.sealer.openText(`audit/${key}`, sealed)));
  return texts.flatMap((text, index) => {
    if (text !== null) return JSON.parse(text) as AuditEvent[];
    const place = `audit/${records[index]?.[0]}`;
    contents.problems.set(place, { kind: 'valueDamaged', place, entries: null, families: [] });
    return [];
  });
};
