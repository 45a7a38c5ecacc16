/**
 * Locks the feed of a place: transactions that add entries to it wait until this one ends, because they need its
 * positions.
 */
import type { Transaction } from 'kysely';
import type { SyncTables } from './tables.ts';

export const holdFeed = async (tx: Transaction<SyncTables>, place: string): Promise<void> => {
  await tx.selectFrom('place_feed').select('last_position').where('place_id', '=', place).forUpdate().execute();
};
