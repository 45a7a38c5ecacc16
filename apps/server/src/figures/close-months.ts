/**
 * Closes the months whose closing day has come: the figures of a month are frozen as they are then, even when there are
 * none. Later entries change the living figures, and both are shown.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { monthsToClose } from './months-to-close.ts';

/** Place by place, each in a transaction of its own. When two servers do this at once, a month is still closed once. */
export const closeMonths = async (db: Kysely<Tables>, stocks: readonly string[], now: Date): Promise<void> => {
  const places = await placesThatSend(db);
  const closed = await lastClosed(
    db,
    places.map(({ place }) => place),
  );
  for (const { place, joined } of places) {
    const months = monthsToClose({ joined, closed: closed.get(place) ?? null }, now);
    if (months.length > 0) await close(db, { place, months, stocks }, now);
  }
};

type Closing = { readonly place: string; readonly months: readonly string[]; readonly stocks: readonly string[] };

const close = (db: Kysely<Tables>, { place, months, stocks }: Closing, now: Date): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const rows = await tx
      .insertInto('month_closed')
      .values(months.map((month) => ({ place_id: place, month, closed_at: now, with_stocks: true })))
      .onConflict((conflict) => conflict.columns(['place_id', 'month']).doNothing())
      .returning('month')
      .execute();
    const closed = rows.map(({ month }) => month);
    await sql`
      INSERT INTO figure_frozen (place_id, indicator, month, stratum, value, denominator, numerator, unknown, total)
      SELECT place_id, indicator, month, stratum, value, denominator, numerator, unknown, total FROM indicator_figure
      WHERE place_id = ${place} AND month = ANY(${closed}::text[])
      ON CONFLICT DO NOTHING`.execute(tx);
    for (const month of closed) await freezeStocks(tx, place, month, stocks);
  });

/**
 * Sums of the stock indicators are frozen too, because the months before may change later, while what was reported for
 * this one must not.
 */
const freezeStocks = async (
  tx: Transaction<Tables>,
  place: string,
  month: string,
  stocks: readonly string[],
): Promise<void> => {
  await sql`
    INSERT INTO figure_frozen (place_id, indicator, month, stratum, value, denominator, numerator, unknown, total)
    SELECT place_id, indicator, ${month}, 'stock', value, sum(denominator), sum(numerator), sum(unknown), sum(total)
    FROM indicator_figure
    WHERE place_id = ${place} AND indicator = ANY(${stocks}::text[]) AND month <= ${month} AND stratum = ''
    GROUP BY place_id, indicator, value
    ON CONFLICT DO NOTHING`.execute(tx);
};

/** Places that have or had a phone (revoked ones included), with the day when the first of them joined. */
const placesThatSend = (db: Kysely<Tables>) =>
  db
    .selectFrom('device')
    .select(['place_id as place', sql<Date>`min(joined_at)`.as('joined')])
    .groupBy('place_id')
    .orderBy('place_id')
    .execute();

const lastClosed = async (db: Kysely<Tables>, places: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('month_closed')
    .select(['place_id as place', sql<string>`max(month)`.as('month')])
    .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
    .groupBy('place_id')
    .execute();
  return new Map(rows.map(({ place, month }) => [place, month]));
};
