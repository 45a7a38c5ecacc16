/** The month since which places have recorded. */
import { sql } from 'kysely';
import type { Month } from '../period/period.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalPlace } from './place-tree.ts';

/**
 * The month in which the first phone of each place joined, or the first month with a count in a coverage when that is
 * earlier, as it is where a phone recorded before it joined. Births do not count: an infant who is registered on the
 * first day was born months before. A place that never recorded has no month.
 */
export const readBegun = async (
  { db, indicators }: Pick<PortalSite, 'db' | 'indicators'>,
  places: readonly Pick<PortalPlace, 'id'>[],
): Promise<ReadonlyMap<string, Month>> => {
  const ids = places.map(({ id }) => id);
  const coverages = indicators.indicators.filter(({ kind }) => kind === 'coverage').map(({ code }) => code);
  const { rows } = await sql<{ place: string; month: Month }>`
    SELECT place, min(month) AS month FROM (
      SELECT place_id AS place, to_char(min(joined_at) AT TIME ZONE 'UTC', 'YYYY-MM') AS month
      FROM device WHERE place_id = ANY(${ids}::text[]) GROUP BY place_id
      UNION ALL
      SELECT asked.place, first.month
      FROM unnest(${ids}::text[]) AS asked (place)
      CROSS JOIN unnest(${coverages}::text[]) AS coverage (code)
      CROSS JOIN LATERAL (
        SELECT month FROM indicator_figure
        WHERE place_id = asked.place AND indicator = coverage.code AND stratum = '' AND numerator > 0
        ORDER BY month LIMIT 1) AS first
    ) AS begun GROUP BY place`.execute(db);
  return new Map(rows.map(({ place, month }) => [place, month]));
};
