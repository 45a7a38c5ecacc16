/** How far the log of a device has been received: the number of its last entry, 0 when there is none. */
import type { Kysely } from 'kysely';
import type { SyncTables } from './tables.ts';

export const acknowledged = async (db: Kysely<SyncTables>, place: string, device: string): Promise<number> => {
  const log = await db
    .selectFrom('device_log')
    .select('acknowledged')
    .where('place_id', '=', place)
    .where('device_id', '=', device)
    .executeTakeFirst();
  return Number(log?.acknowledged ?? 0);
};
