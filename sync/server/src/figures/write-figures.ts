/** The rows of figures: what the families of a place say, and the cells that it adds up to. */
import type { JsonValue } from '@denba/records/canonical-json';
import { sql, type Transaction } from 'kysely';
import type { SyncTables } from '../tables.ts';
import type { FigureCount } from './figures.ts';

type Tx = Transaction<SyncTables>;

export type FamilyFacts = { readonly family: string; readonly facts: JsonValue };

export const factsOfFamilies = (tx: Tx, place: string, families: readonly string[]): Promise<readonly FamilyFacts[]> =>
  tx
    .selectFrom('family_summary')
    .select(['family', sql<JsonValue>`facts`.as('facts')])
    .where('place_id', '=', place)
    .where('family', 'in', [...families])
    .execute();

export const addToFigures = async (tx: Tx, place: string, counts: readonly FigureCount[]): Promise<void> => {
  if (counts.length === 0) return;
  const column = <Name extends keyof FigureCount>(name: Name) => counts.map((one) => one[name]);
  // In one order, though the feed of the place is held: what is written twice in one statement would be refused.
  await sql`
    INSERT INTO indicator_figure AS kept
      (place_id, indicator, month, stratum, value, denominator, numerator, unknown, total)
    SELECT ${place}, indicator, month, stratum, value, denominator, numerator, unknown, total
    FROM unnest(
      ${column('indicator')}::text[], ${column('month')}::text[], ${column('stratum')}::text[], ${column('value')}::text[],
      ${column('denominator')}::bigint[], ${column('numerator')}::bigint[], ${column('unknown')}::bigint[],
      ${column('total')}::bigint[]
    ) AS new (indicator, month, stratum, value, denominator, numerator, unknown, total)
    ON CONFLICT (place_id, indicator, month, stratum, value) DO UPDATE
    SET denominator = kept.denominator + excluded.denominator, numerator = kept.numerator + excluded.numerator,
      unknown = kept.unknown + excluded.unknown, total = kept.total + excluded.total`.execute(tx);
};

export const rememberChanges = async (
  tx: Tx,
  place: string,
  changes: readonly { readonly family: string; readonly on: string }[],
): Promise<void> => {
  if (changes.length === 0) return;
  await sql`
    INSERT INTO figure_change (place_id, on_day, family)
    SELECT ${place}, "on"::date, family FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS new ("on" text, family text)
    ON CONFLICT DO NOTHING`.execute(tx);
};
