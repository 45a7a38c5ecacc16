/** How many centres have closed a month: what arrives later changes the figures, not the month as it was closed. */
import { type Kysely, sql } from 'kysely';
import type { OpenPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalTables } from '../portal-tables.ts';

export const readClosed = async (
  db: Kysely<PortalTables>,
  { inside }: Pick<OpenPlace, 'inside'>,
  month: string,
): Promise<{ readonly centres: number; readonly closed: number }> => {
  const centres = inside.filter(isCentre).map(({ id }) => id);
  const rows = await db
    .selectFrom('month_closed')
    .select('place_id')
    .where('place_id', '=', sql<string>`ANY(${centres}::text[])`)
    .where('month', '=', month)
    .execute();
  return { centres: centres.length, closed: rows.length };
};
