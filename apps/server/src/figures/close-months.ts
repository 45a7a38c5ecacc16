/**
 * Closes the months whose day has come: the figures of a month are kept as they stand on the fifteenth of the next one, by
 * which a report is due (RMNCAH data set, fifteen days). What arrives later changes the living figures, and both are shown.
 */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

export const DAYS_TO_CLOSE = 15;

/** Each place and month once; a month of before anybody counted is closed on the day on which it is first seen. */
export const closeMonths = async (db: Kysely<Tables>, now: Date): Promise<void> => {
  const last = lastClosed(now);
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ place: string; month: string }>`
      INSERT INTO month_closed (place_id, month, closed_at)
      SELECT DISTINCT place_id, month, ${now}::timestamptz FROM indicator_figure WHERE month <= ${last}
      ON CONFLICT DO NOTHING RETURNING place_id AS place, month`.execute(tx);
    const places = [...new Set(rows.map(({ place }) => place))];
    for (const place of places) {
      const months = rows.filter((row) => row.place === place).map(({ month }) => month);
      await sql`
        INSERT INTO figure_frozen (place_id, indicator, month, stratum, value, denominator, numerator, unknown, total)
        SELECT place_id, indicator, month, stratum, value, denominator, numerator, unknown, total FROM indicator_figure
        WHERE place_id = ${place} AND month = ANY(${months}::text[]) ON CONFLICT DO NOTHING`.execute(tx);
    }
  });
};

/** The last month that is closed on a day: `2026-10` on 15 November 2026. */
export const lastClosed = (now: Date): string => {
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - DAYS_TO_CLOSE + 1));
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
};
