/** Reads when the phones of places last met the server, and when they last sent entries. */
import { type Kysely, sql } from 'kysely';
import type { PortalTables } from '../portal-tables.ts';
import type { Contact } from './silence.ts';

/** Places without a phone are left out: no contact is expected from them. */
export const readContacts = async (db: Kysely<PortalTables>, places: readonly string[]): Promise<readonly Contact[]> =>
  db
    .selectFrom('device')
    .select([
      'place_id as place',
      sql<Date>`max(coalesce(last_seen_at, joined_at))`.as('met'),
      sql<Date>`max(coalesce(last_sent_at, joined_at))`.as('sent'),
    ])
    .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
    .where('revoked_at', 'is', null)
    .groupBy('place_id')
    .execute();
