/** Finds inconsistencies in restored rows before the transaction commits. The messages contain no patient data. */
import { createHash } from 'node:crypto';
import { fromBody } from '@denba/sync-server/body';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Column, Row } from './table-rows.ts';

/** Describes an entry whose text does not match its hash, or cannot be read; `null`: it is right. */
export const faultOfEntry = (columns: readonly Column[], row: Row): string | null => {
  const value = (name: string): string => row[columns.findIndex((column) => column.name === name)] ?? '';
  const bytes = (name: string): Buffer => Buffer.from(value(name).slice('\\x'.length), 'hex');
  const where = `entry ${value('position')} of ${value('place_id')}`;
  try {
    const text = fromBody(bytes('body'));
    const right = createHash('sha256').update(text).digest().equals(bytes('hash'));
    return right ? null : `${where}: not what its hash says`;
  } catch {
    return `${where}: unreadable`;
  }
};

/** Feeds with gaps, or whose next position does not follow their last entry. */
export const faultsOfFeeds = async (tx: Transaction<Tables>): Promise<readonly string[]> => {
  const { rows } = await sql<{ place_id: string }>`
    SELECT coalesce(feed.place_id, has.place_id) AS place_id
    FROM place_feed AS feed FULL JOIN (
      SELECT place_id, count(*) AS entries, max(position) AS last FROM entry GROUP BY place_id
    ) AS has ON has.place_id = feed.place_id
    WHERE coalesce(has.last, 0) <> coalesce(feed.last_position, 0) OR coalesce(has.entries, 0) <> coalesce(has.last, 0)
    ORDER BY 1 LIMIT 20`.execute(tx);
  return rows.map(({ place_id }) => `feed of ${place_id}: numbers are missing`);
};
