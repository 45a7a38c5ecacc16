/**
 * Sums from the figures of the places. Places are named, never found by a join over the large table: each machine of a
 * spread database adds up its own.
 */
import { type Kysely, sql } from 'kysely';
import type { Month } from '../period/period.ts';
import type { PortalTables } from '../portal-tables.ts';
import type { Counted } from './counted.ts';

export type CountsAsked = {
  readonly places: readonly string[];
  readonly indicators: readonly string[];
  /** `null`: from the first month on, as a stock is counted. */
  readonly from: Month | null;
  readonly to: Month;
  /** `together`: `''` alone. A dimension: its strata, `sex=F`. */
  readonly strata: 'together' | { readonly dimension: string };
  /** Months apart, or one sum for all of them. */
  readonly byMonth: boolean;
  /**
   * `one`: all places in one sum, of which `place` is `''`. By id, the place in whose sum each of them is: a country has a
   * thousand centres, and its page shows ten regions. Else each place has its own.
   */
  readonly sums?: 'one' | ReadonlyMap<string, string>;
  /** As they stood when the months were closed. */
  readonly asClosed?: boolean;
};

/** Of a sum over months, `month` is the last one asked for. */
export const readCounts = async (db: Kysely<PortalTables>, asked: CountsAsked): Promise<readonly Counted[]> => {
  const { places, indicators, from, to, strata, byMonth, sums, asClosed = false } = asked;
  if (places.length === 0 || indicators.length === 0) return [];
  const { place, joined } = placeOfSum(places, sums);
  const table = sql.table(asClosed ? 'figure_frozen' : 'indicator_figure');
  const month = byMonth ? sql`month` : sql`${to}::text`;
  const { rows } = await sql<Row>`
    SELECT ${place} AS place, indicator, stratum, value, ${month} AS month, sum(denominator) AS denominator,
      sum(numerator) AS numerator, sum(unknown) AS unknown, sum(total) AS total
    FROM ${table} ${joined}
    WHERE place_id = ANY(${places}::text[]) AND indicator = ANY(${indicators}::text[])
      AND month <= ${to} ${from === null ? sql`` : sql`AND month >= ${from}`}
      AND ${strata === 'together' ? sql`stratum = ''` : sql`starts_with(stratum, ${`${strata.dimension}=`})`}
    GROUP BY 1, 2, 3, 4, 5`.execute(db);
  return rows.map(({ denominator, numerator, unknown, total, ...cell }) => ({
    ...cell,
    ...{ denominator: Number(denominator), numerator: Number(numerator) },
    ...{ unknown: Number(unknown), total: Number(total) },
  }));
};

type Row = {
  readonly [name in
    | 'place'
    | 'indicator'
    | 'stratum'
    | 'value'
    | 'month'
    | 'denominator'
    | 'numerator'
    | 'unknown'
    | 'total']: string;
};

const placeOfSum = (places: readonly string[], sums: CountsAsked['sums']) => {
  if (sums === undefined) return { place: sql`place_id`, joined: sql`` };
  if (sums === 'one') return { place: sql`''`, joined: sql`` };
  const into = places.map((id) => sums.get(id) ?? id);
  return {
    place: sql`filed.into_place`,
    joined: sql`JOIN unnest(${places}::text[], ${into}::text[]) AS filed (id, into_place) ON filed.id = place_id`,
  };
};
