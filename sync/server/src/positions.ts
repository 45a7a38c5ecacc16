/**
 * Positions in the feed of a place: 1, 2, 3… without gaps, because they are used in the transaction that takes them.
 */
import { sql, type Transaction } from 'kysely';
import type { SyncTables } from './tables.ts';

/** Returns the first of `count` positions. Other writers of the same place wait until this transaction ends. */
export const takePositions = async (tx: Transaction<SyncTables>, place: string, count: number): Promise<number> => {
  const { rows } = await sql<{ last_position: string }>`
    INSERT INTO place_feed (place_id, last_position) VALUES (${place}, ${count})
    ON CONFLICT (place_id) DO UPDATE SET last_position = place_feed.last_position + ${count}
    RETURNING last_position`.execute(tx);
  return Number(rows[0]?.last_position) - count + 1;
};
