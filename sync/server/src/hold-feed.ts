/** Whoever brings entries to the place waits until this transaction ends: it needs their numbers. */
import type { Transaction } from 'kysely';
import type { SyncTables } from './tables.ts';

export const holdFeed = async (tx: Transaction<SyncTables>, place: string): Promise<void> => {
  await tx.selectFrom('place_feed').select('last_position').where('place_id', '=', place).forUpdate().execute();
};
