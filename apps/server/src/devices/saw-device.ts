/**
 * Records the last meeting with a phone, when it last sent entries, and how far its clock was off: a wrong clock is
 * reported, but nothing is refused for it.
 */
import { type HybridTime, wallMsOf } from '@denba/records/hybrid-clock';
import { CLOCK_SLACK_MS } from '@denba/sync/clock-off';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** In milliseconds; positive: ahead. `madeAt`: the time in the head of the bundle. */
export const clockOff = (madeAt: string, now: Date): number => wallMsOf(madeAt as HybridTime) - now.getTime();

type Send = {
  readonly device: string;
  readonly clockOffMs: number;
  /** Whether its entries were received. */
  readonly isReceived: boolean;
};

export const sawSend = async (
  db: Kysely<Tables>,
  { device, clockOffMs, isReceived }: Send,
  now: Date,
): Promise<void> => {
  await db
    .updateTable('device')
    .set({ last_seen_at: now, clock_off_ms: clockOffMs, ...(isReceived ? { last_sent_at: now } : {}) })
    .where('id', '=', device)
    .execute();
};

/**
 * `clockMs`: `null` when the phone does not say it: one of an earlier version, or the browser of a locked one that posts
 * a letter. A phone asks for page after page: its row is written once a minute at most, unless its clock was wrong.
 */
export const sawThere = async (
  db: Kysely<Tables>,
  device: string,
  clockMs: number | null,
  now: Date,
): Promise<void> => {
  const aMinuteAgo = new Date(now.getTime() - 60_000);
  await db
    .updateTable('device')
    .set({ last_seen_at: now, ...(clockMs === null ? {} : { clock_off_ms: clockMs - now.getTime() }) })
    .where('id', '=', device)
    .where(
      sql<boolean>`(last_seen_at IS NULL OR last_seen_at <= ${aMinuteAgo} OR abs(clock_off_ms) > ${CLOCK_SLACK_MS})`,
    )
    .execute();
};

/** Entries of a phone came by somebody else: the phone itself did not meet the server. */
export const sawCarried = async (db: Kysely<Tables>, device: string, now: Date): Promise<void> => {
  await db.updateTable('device').set({ last_sent_at: now }).where('id', '=', device).execute();
};
