/**
 * Entries that phones had not sent before they were reported lost, and that somebody brought. Whoever looks after the
 * place finds out who wrote them, and takes all of them into the record, or sets them aside. The number of entries and
 * their dates are shown; their contents are about people, and are not.
 */
import { parseEntry } from '@denba/records/entry';
import { readJson } from '@denba/sync/json-text';
import { fromBody } from '@denba/sync-server/body';
import { leaveLost, takeInLost } from '@denba/sync-server/take-in-lost';
import { sql } from 'kysely';
import * as v from 'valibot';
import type { CourierSite } from '../courier/receive-parcel.ts';
import { notFound } from '../http/refusal.ts';
import type { Viewer } from '../people/viewer.ts';
import { placeTo } from '../places/known-place.ts';
import type { Site } from '../site.ts';

export type LostPhone = {
  readonly device: string;
  /** `null`: the phone is no longer known here. */
  readonly name: string | null;
  readonly revokedAt: Date | null;
  /** Numbers of entries: `waiting`: not decided about; `left`: set aside; `taken`: taken into the record. */
  readonly waiting: number;
  readonly left: number;
  readonly taken: number;
  /**
   * When the first and the last of the entries not taken were recorded, by the phone's clock. `null`: that entry cannot
   * be read.
   */
  readonly notedFrom: Date | null;
  readonly notedUpTo: Date | null;
  readonly broughtAt: Date;
  /** Time and note of the newest decision. */
  readonly decided: { readonly at: Date; readonly note: string } | null;
};

/** Phones with undecided entries come first. */
export const listLostPhones = async ({ db }: Site, viewer: Viewer, place: string): Promise<readonly LostPhone[]> => {
  await placeTo(db, viewer, 'read', 'quarantine', place);
  const { rows } = await sql<Row>`
    SELECT device_id AS device, device.name, device.revoked_at AS "revokedAt",
      count(*) FILTER (WHERE resolved_at IS NULL) AS waiting,
      count(*) FILTER (WHERE resolved_at IS NOT NULL AND NOT taken_in) AS "left",
      count(*) FILTER (WHERE taken_in) AS taken,
      min(seq) FILTER (WHERE NOT taken_in) AS first, max(seq) FILTER (WHERE NOT taken_in) AS last,
      max(received_at) AS "broughtAt", max(resolved_at) AS "decidedAt",
      (array_agg(resolution ORDER BY resolved_at DESC NULLS LAST))[1] AS note
    FROM quarantine LEFT JOIN device ON device.id = quarantine.device_id
    WHERE quarantine.place_id = ${place} AND reason = 'lostPhone'
    GROUP BY device_id, device.name, device.revoked_at
    ORDER BY count(*) FILTER (WHERE resolved_at IS NULL) = 0, max(received_at) DESC, device_id`.execute(db);
  return Promise.all(
    rows.map(async ({ device, name, revokedAt, waiting, left, taken, first, last, broughtAt, decidedAt, note }) => ({
      device,
      name,
      revokedAt,
      broughtAt,
      waiting: Number(waiting),
      left: Number(left),
      taken: Number(taken),
      notedFrom: await notedAt({ db }, place, device, first),
      notedUpTo: await notedAt({ db }, place, device, last),
      decided: decidedAt === null ? null : { at: decidedAt, note: note ?? '' },
    })),
  );
};

export const lostDecision = v.object({
  device: v.pipe(v.string(), v.maxLength(128)),
  decision: v.picklist(['take', 'leave']),
  note: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500)),
});

/** Throws 404 when no entry of that phone is left at this place to decide about. */
export const decideAboutLost = async (
  site: CourierSite,
  viewer: Viewer,
  place: string,
  { device, decision, note }: v.InferOutput<typeof lostDecision>,
): Promise<void> => {
  await placeTo(site.db, viewer, decision === 'take' ? 'take' : 'resolve', 'quarantine', place);
  const phone = await site.db.selectFrom('device').select('facility').where('id', '=', device).executeTakeFirst();
  if (phone === undefined) throw notFound();
  const lost = { device, place, facilities: new Set([place, phone.facility]) };
  const vouched = { by: `account:${viewer.account.id}`, note };
  if (decision === 'leave') {
    if ((await leaveLost(site, lost, vouched)) === 0) throw notFound();
    return;
  }
  const { taken, refused } = await takeInLost(site, lost, vouched);
  if (taken + refused === 0) throw notFound();
};

type Row = Pick<LostPhone, 'device' | 'name' | 'revokedAt' | 'broughtAt'> & {
  readonly waiting: string;
  readonly left: string;
  readonly taken: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
};

/**
 * When an entry was recorded. The clock of a log never goes back, so the first and the last entry give the range of
 * all.
 */
const notedAt = async (
  { db }: Pick<Site, 'db'>,
  place: string,
  device: string,
  seq: string | null,
): Promise<Date | null> => {
  if (seq === null) return null;
  const row = await db
    .selectFrom('quarantine')
    .select('body')
    .where('place_id', '=', place)
    .where('device_id', '=', device)
    .where('seq', '=', seq)
    .where('reason', '=', 'lostPhone')
    .where('taken_in', '=', false)
    .orderBy('hash')
    .limit(1)
    .executeTakeFirst();
  const entry = row === undefined ? null : parseEntry(readJson(fromBody(row.body)));
  return entry?.ok === true ? new Date(entry.value.recordedAt.slice(0, INSTANT)) : null;
};

/** Length of the ISO instant, `2026-11-26T09:00:00.000Z`, before the counter of a hybrid time. */
const INSTANT = 24;
