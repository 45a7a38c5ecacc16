/** The phones of a place, for the people who manage them. */
import type { Viewer } from '../people/viewer.ts';
import { placeTo } from '../places/known-place.ts';
import type { Site } from '../site.ts';

export type ListedDevice = {
  readonly id: string;
  readonly name: string;
  readonly joinedAt: Date;
  /** When it last met the server, to read or to send. */
  readonly lastSeenAt: Date | null;
  /** When entries of it last came, also by somebody who carried them. */
  readonly lastSentAt: Date | null;
  /** At the last contact, in milliseconds; positive: its clock was ahead. */
  readonly clockOffMs: number | null;
  readonly revokedAt: Date | null;
  /** Number of entries whose dates are doubtful because the phone's clock was wrong. */
  readonly doubtfulEntries: number;
};

/** Phones in use first, then by name. */
export const listDevices = async ({ db }: Site, viewer: Viewer, place: string): Promise<readonly ListedDevice[]> => {
  await placeTo(db, viewer, 'read', 'devices', place);
  const rows = await db
    .selectFrom('device')
    .select(['id', 'name', 'joined_at', 'last_seen_at', 'last_sent_at', 'clock_off_ms', 'revoked_at'])
    .where('place_id', '=', place)
    .orderBy('revoked_at', (order) => order.desc().nullsFirst())
    .orderBy('name')
    .orderBy('id')
    .execute();
  const doubtful = await db
    .selectFrom('entry')
    .select(['device_id', (count) => count.fn.countAll<string>().as('entries')])
    .where('place_id', '=', place)
    .where('clock_off_ms', 'is not', null)
    .groupBy('device_id')
    .execute();
  const doubtfulOf = new Map(doubtful.map(({ device_id, entries }) => [device_id, Number(entries)]));
  return rows.map(({ id, name, joined_at, last_seen_at, last_sent_at, clock_off_ms, revoked_at }) => ({
    id,
    name,
    joinedAt: joined_at,
    lastSeenAt: last_seen_at,
    lastSentAt: last_sent_at,
    revokedAt: revoked_at,
    clockOffMs: clock_off_ms === null ? null : Number(clock_off_ms),
    doubtfulEntries: doubtfulOf.get(id) ?? 0,
  }));
};
