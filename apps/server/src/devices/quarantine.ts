/**
 * The quarantine: what phones sent and what could not join the record. Somebody looks at each entry, finds out what
 * happened, and sets it aside with a note. It is kept for ever: nothing that was entered is lost. Its contents are
 * about people, and are not shown here.
 */
import type { Refusal } from '@denba/sync/wire';
import * as v from 'valibot';
import { notFound } from '../http/refusal.ts';
import type { Viewer } from '../people/viewer.ts';
import { placeTo } from '../places/known-place.ts';
import { type Site, writeDown } from '../site.ts';

export type Quarantined = {
  readonly device: string;
  readonly deviceName: string | null;
  readonly seq: number;
  /** SHA-256 of its text, hexadecimal: distinguishes two texts that a phone sent under one number. */
  readonly hash: string;
  readonly reason: string;
  readonly receivedAt: Date;
  readonly resolvedAt: Date | null;
  readonly note: string | null;
};

const MOST_SHOWN = 500;

/**
 * Unresolved entries first, the oldest of them first. `but`: a reason to leave out, because those entries are listed by
 * phone (`lost-phones.ts`).
 */
export const listQuarantine = async (
  { db }: Site,
  viewer: Viewer,
  place: string,
  but: Refusal | null = null,
): Promise<readonly Quarantined[]> => {
  await placeTo(db, viewer, 'read', 'quarantine', place);
  const rows = await db
    .selectFrom('quarantine')
    .leftJoin('device', 'device.id', 'quarantine.device_id')
    .select(['device_id', 'device.name', 'seq', 'hash', 'reason', 'received_at', 'resolved_at', 'resolution'])
    .where('quarantine.place_id', '=', place)
    .where('quarantine.reason', '!=', but ?? '')
    .orderBy('resolved_at', (order) => order.desc().nullsFirst())
    .orderBy('received_at')
    .orderBy('device_id')
    .orderBy('seq')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(({ device_id, name, seq, hash, reason, received_at, resolved_at, resolution }) => ({
    device: device_id,
    deviceName: name,
    seq: Number(seq),
    hash: hash.toString('hex'),
    reason,
    receivedAt: received_at,
    resolvedAt: resolved_at,
    note: resolution,
  }));
};

export const setAside = v.object({
  device: v.pipe(v.string(), v.maxLength(128)),
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  note: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500)),
});

/** Throws 404 when there is no such entry at this place, or when it is resolved already. */
export const setAsideQuarantined = async (
  site: Site,
  viewer: Viewer,
  place: string,
  { device, seq, hash, note }: v.InferOutput<typeof setAside>,
): Promise<void> => {
  await placeTo(site.db, viewer, 'resolve', 'quarantine', place);
  await site.db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('quarantine')
      .set({ resolved_at: site.now(), resolved_by: `account:${viewer.account.id}`, resolution: note })
      .where('place_id', '=', place)
      .where('device_id', '=', device)
      .where('seq', '=', String(seq))
      .where('hash', '=', Buffer.from(hash, 'hex'))
      .where('resolved_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw notFound();
    await writeDown(tx, site, viewer.account.id, place, 'quarantine-set-aside', { device, seq, hash });
  });
};
