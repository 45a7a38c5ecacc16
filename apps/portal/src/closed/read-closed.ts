/** Months as they were closed: by which centres, when, and with which sums. What arrived later is not in them. */
import { type Kysely, sql } from 'kysely';
import type { Counted } from '../counts/counted.ts';
import { type CountRow, countedOf } from '../counts/counted-row.ts';
import type { Period } from '../period/period.ts';
import type { OpenPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalTables } from '../portal-tables.ts';

export type MonthClosed = {
  /** How many centres closed it. */
  readonly closed: number;
  /** How many of them kept how many were there. */
  readonly withStocks: number;
  readonly on: string;
};

export type ClosedMonths = {
  /** Where care is given, whether they close or not. */
  readonly centres: number;
  readonly byMonth: ReadonlyMap<string, MonthClosed>;
  /** By month, of everybody together; under the stratum `stock` how many were there when it was closed. */
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

/** Of all the places together: of these months no sums of what lies below a place are kept. */
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
