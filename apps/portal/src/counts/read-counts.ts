/**
 * Sums of places, each including all that lies in it: the place's own sums, the stored sums of what lies below it, and
 * the changes that are still pending (`@denba/sync-server/figures/roll-up`). They are read in one statement, so they
 * all show the same moment. Only rows of the places asked for are read, and the pending changes, which are few.
 */
import { type Kysely, sql } from 'kysely';
import type { Month } from '../period/period.ts';
import type { PortalTables } from '../portal-tables.ts';
import type { Counted } from './counted.ts';
import { type CountRow, countedOf } from './counted-row.ts';

export type CountsAsked = {
  readonly places: readonly string[];
  readonly indicators: readonly string[];
  /** `null`: from the first month on, which is how a stock is counted. */
  readonly from: Month | null;
  readonly to: Month;
  /** `together`: only the stratum `''`. A dimension: its strata, such as `sex=F`. */
  readonly strata: 'together' | { readonly dimension: string };
  /** True: one sum per month. False: one sum over all months. */
  readonly byMonth: boolean;
  /** True: leaves out what lies below the places. */
  readonly isOwn?: boolean;
};

/** In a sum over all months, `month` is the last month asked for. */
export const readCounts = async (
  db: Kysely<PortalTables>,
  { places, indicators, from, to, strata, byMonth, isOwn = false }: CountsAsked,
): Promise<readonly Counted[]> => {
  if (places.length === 0 || indicators.length === 0) return [];
  const isAsked = sql`indicator = ANY(${indicators}::text[])
    AND month <= ${to} ${from === null ? sql`` : sql`AND month >= ${from}`}
    AND ${strata === 'together' ? sql`stratum = ''` : sql`starts_with(stratum, ${`${strata.dimension}=`})`}`;
  const kept = (table: 'indicator_figure' | 'figure_below') => sql`
    SELECT place_id AS place, indicator, month, stratum, value, denominator, numerator, unknown, total
    FROM ${sql.table(table)} WHERE place_id = ANY(${places}::text[]) AND ${isAsked}`;
  const pending = sql`
    SELECT above.place, indicator, month, stratum, value, denominator, numerator, unknown, total
    FROM figure_pending
    JOIN place ON place.id = figure_pending.place_id
    CROSS JOIN LATERAL unnest(string_to_array(place.path, '/')) AS above (place)
    CROSS JOIN LATERAL jsonb_to_recordset(cells) AS cell (
      indicator text, month text, stratum text, value text,
      denominator bigint, numerator bigint, unknown bigint, total bigint)
    WHERE above.place = ANY(${places}::text[]) AND above.place <> figure_pending.place_id AND ${isAsked}`;
  const below = isOwn ? sql`` : sql`UNION ALL ${kept('figure_below')} UNION ALL ${pending}`;
  const { rows } = await sql<CountRow>`
    SELECT place, indicator, stratum, value, ${byMonth ? sql`month` : sql`${to}::text`} AS month,
      sum(denominator) AS denominator, sum(numerator) AS numerator, sum(unknown) AS unknown, sum(total) AS total
    FROM (${kept('indicator_figure')} ${below}) AS counts
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(denominator) <> 0 OR sum(numerator) <> 0 OR sum(unknown) <> 0 OR sum(total) <> 0`.execute(db);
  return rows.map(countedOf);
};
