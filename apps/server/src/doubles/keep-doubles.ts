/**
 * Keeps, for each place, the families that may be one family: compared once a night, and when a place was loaded. No feed
 * is held meanwhile, so bundles are received and folded as at any other time; what came since the comparison is in the
 * next one.
 */
import { setImmediate } from 'node:timers/promises';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { findDoubles } from './find-doubles.ts';

export const compareFamilies = async (db: Kysely<Tables>, place: string, today: string): Promise<void> => {
  const kept = await db.selectFrom('family_summary').select('summary').where('place_id', '=', place).execute();
  const doubles = await findDoubles(
    kept.map(({ summary }) => summary as CareRow),
    setImmediate,
  );
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('possible_double').where('place_id', '=', place).execute();
    const rows = doubles.flatMap(({ family, other, strength, reasons }) => [
      { family, other, strength, reasons },
      { family: other, other: family, strength, reasons },
    ]);
    // Two servers may compare a place in the same night.
    await sql`
      INSERT INTO possible_double (place_id, family, other, strength, reasons)
      SELECT ${place}, family, other, strength, ARRAY(SELECT jsonb_array_elements_text(reasons))
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS new (family text, other text, strength text, reasons jsonb)
      ON CONFLICT DO NOTHING`.execute(tx);
    await tx
      .insertInto('doubles_compared')
      .values({ place_id: place, on_day: today })
      .onConflict((conflict) => conflict.column('place_id').doUpdateSet({ on_day: today }))
      .execute();
  });
};

/** One place after the other: nobody waits for it. */
export const keepDoubles = async (
  db: Kysely<Tables>,
  compare: (place: string, today: string) => Promise<void>,
  now: Date,
): Promise<void> => {
  const today = now.toISOString().slice(0, 10);
  const { rows } = await sql<{ place: string }>`
    SELECT place_feed.place_id AS place
    FROM place_feed LEFT JOIN doubles_compared ON doubles_compared.place_id = place_feed.place_id
    WHERE doubles_compared.on_day IS NULL OR doubles_compared.on_day < ${today}::date
    ORDER BY place_feed.place_id`.execute(db);
  for (const { place } of rows) await compare(place, today);
};
