/** Reads when the phones of places last contacted the server. */
import { type Kysely, sql } from 'kysely';
import type { PortalTables } from '../portal-tables.ts';

export type Contact = {
  readonly place: string;
  /** The number of phones that are not revoked. */
  readonly phones: number;
  /** The last time that one of them contacted the server, or joined. */
  readonly last: Date;
};

/** Places without a phone are left out: no contact is expected from them. */
export const readContacts = async (
  db: Kysely<PortalTables>,
  places: readonly string[],
): Promise<readonly Contact[]> => {
  const rows = await db
    .selectFrom('device')
    .select([
      'place_id as place',
      sql<string>`count(*)`.as('phones'),
      sql<Date>`max(coalesce(last_seen_at, joined_at))`.as('last'),
    ])
    .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
    .where('revoked_at', 'is', null)
    .groupBy('place_id')
    .execute();
  return rows.map((row) => ({ ...row, phones: Number(row.phones) }));
};
