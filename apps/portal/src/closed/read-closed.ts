/** Months as they were closed: by which centres, when, and with which sums. What arrived later is not in them. */
import { type Kysely, sql } from 'kysely';
import type { Counted } from '../counts/counted.ts';
import { readCounts } from '../counts/read-counts.ts';
import type { Period } from '../period/period.ts';
import type { OpenPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalTables } from '../portal-tables.ts';

export type ClosedMonths = {
  /** Where care is given, whether they close or not. */
  readonly centres: number;
  readonly byMonth: ReadonlyMap<string, { readonly closed: number; readonly on: string }>;
  /** By month, of everybody together. */
  readonly counts: readonly Counted[];
};

export const readClosed = async (
  db: Kysely<PortalTables>,
  { inside }: Pick<OpenPlace, 'inside'>,
  { from, to }: Period,
  indicators: readonly string[],
): Promise<ClosedMonths> => {
  const places = inside.map(({ id }) => id);
  const rows = await db
    .selectFrom('month_closed')
    .select([
      'month',
      sql<string>`count(*)`.as('closed'),
      sql<string>`(max(closed_at) AT TIME ZONE 'UTC')::date::text`.as('on'),
    ])
    .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy('month')
    .execute();
  return {
    centres: inside.filter(isCentre).length,
    byMonth: new Map(rows.map(({ month, closed, on }) => [month, { closed: Number(closed), on }])),
    counts: await readCounts(db, {
      ...{ places, indicators, from, to, strata: 'together', byMonth: true, asClosed: true, sums: 'one' },
    }),
  };
};
