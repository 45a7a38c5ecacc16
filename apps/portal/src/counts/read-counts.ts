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
  /** All places in one sum, of which `place` is `''`: a country has a thousand centres. */
  readonly asOne?: boolean;
  /** As they stood when the months were closed. */
  readonly asClosed?: boolean;
};

/** Of a sum over months, `month` is the last one asked for. */
export const readCounts = async (db: Kysely<PortalTables>, asked: CountsAsked): Promise<readonly Counted[]> => {
  const { places, indicators, from, to, strata, byMonth, asClosed = false, asOne = false } = asked;
  if (places.length === 0 || indicators.length === 0) return [];
  const month = byMonth ? sql<string>`month` : sql<string>`${to}::text`;
  const rows = await db
    .selectFrom(asClosed ? 'figure_frozen' : 'indicator_figure')
    .select([asOne ? sql<string>`''`.as('place') : 'place_id as place', 'indicator', 'stratum', 'value'])
    .select(month.as('month'))
    .select(sums)
    .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
    .where('indicator', '=', sql<string>`ANY(${indicators}::text[])`)
    .where('month', '<=', to)
    .$if(from !== null, (query) => query.where('month', '>=', from ?? ''))
    .where(
      strata === 'together'
        ? sql<boolean>`stratum = ''`
        : sql<boolean>`starts_with(stratum, ${`${strata.dimension}=`})`,
    )
    .groupBy(['indicator', 'stratum', 'value'])
    .$if(!asOne, (query) => query.groupBy('place_id'))
    .$if(byMonth, (query) => query.groupBy('month'))
    .execute();
  return rows.map(({ denominator, numerator, unknown, total, ...cell }) => ({
    ...cell,
    ...{ denominator: Number(denominator), numerator: Number(numerator) },
    ...{ unknown: Number(unknown), total: Number(total) },
  }));
};

const sums = [
  sql<string>`sum(denominator)`.as('denominator'),
  sql<string>`sum(numerator)`.as('numerator'),
  sql<string>`sum(unknown)`.as('unknown'),
  sql<string>`sum(total)`.as('total'),
];
