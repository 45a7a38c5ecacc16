/**
 * The months of a period as they were closed: by how many centres, when, and with which sums. Entries that arrived
 * later are not in these sums.
 */
import { type Kysely, sql } from 'kysely';
import type { Counted } from '../counts/counted.ts';
import { type CountRow, countedOf } from '../counts/counted-row.ts';
import type { Period } from '../period/period.ts';
import type { OpenPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalTables } from '../portal-tables.ts';

export type MonthClosed = {
  /** How many centres closed the month. */
  readonly closed: number;
  /** How many of these centres also kept their stocks. */
  readonly withStocks: number;
  readonly on: string;
};

export type ClosedMonths = {
  /** The number of places that give care, whether they close months or not. */
  readonly centres: number;
  readonly byMonth: ReadonlyMap<string, MonthClosed>;
  /**
   * By month, summed over all these places. Under the stratum `stock`: how many were there when the month was closed.
   */
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
      sql<string>`count(*) FILTER (WHERE with_stocks)`.as('withStocks'),
      sql<string>`(max(closed_at) AT TIME ZONE 'UTC')::date::text`.as('on'),
    ])
    .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy('month')
    .execute();
  return {
    centres: inside.filter(isCentre).length,
    byMonth: new Map(
      rows.map(({ month, closed, withStocks, on }) => [
        month,
        { closed: Number(closed), withStocks: Number(withStocks), on },
      ]),
    ),
    counts: await readFrozen(db, places, { from, to }, indicators),
  };
};

/** Sums over all these places, because closed months have no stored sums of what lies below a place. */
const readFrozen = async (
  db: Kysely<PortalTables>,
  places: readonly string[],
  { from, to }: Period,
  indicators: readonly string[],
): Promise<readonly Counted[]> => {
  const { rows } = await sql<CountRow>`
    SELECT '' AS place, indicator, month, stratum, value,
      sum(denominator) AS denominator, sum(numerator) AS numerator, sum(unknown) AS unknown, sum(total) AS total
    FROM figure_frozen
    WHERE place_id = ANY(${places}::text[]) AND indicator = ANY(${indicators}::text[])
      AND month >= ${from} AND month <= ${to} AND stratum IN ('', 'stock')
    GROUP BY indicator, month, stratum, value`.execute(db);
  return rows.map(countedOf);
};
