/**
 * Records the last contact with a phone, and how far its clock was off: a wrong clock is reported, but nothing is
 * refused for it.
 */
import { type HybridTime, wallMsOf } from '@denba/records/hybrid-clock';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** In milliseconds; positive: ahead. `madeAt`: the time in the head of the bundle. */
export const clockOff = (madeAt: string, now: Date): number => wallMsOf(madeAt as HybridTime) - now.getTime();

export const sawDevice = async (db: Kysely<Tables>, device: string, madeAt: string, now: Date): Promise<void> => {
  await db
    .updateTable('device')
    .set({ last_seen_at: now, clock_off_ms: clockOff(madeAt, now) })
    .where('id', '=', device)
    .execute();
};
