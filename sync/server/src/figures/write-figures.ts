/** Reads and writes the figures: the facts of the families of a place, and the cells that they add up to. */
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

/** Adds to the sums of the place, and later, by `roll-up.ts`, to those of the places above it. */
export const addToFigures = async (tx: Tx, place: string, counts: readonly FigureCount[]): Promise<void> => {
  await addCells(tx, 'indicator_figure', place, counts);
  await leavePending(tx, place, counts);
};

/** Records the change as pending, so that `roll-up.ts` can add it to the places above. */
export const leavePending = async (tx: Tx, place: string, counts: readonly FigureCount[]): Promise<void> => {
  if (counts.length === 0) return;
  await sql`INSERT INTO figure_pending (place_id, cells) VALUES (${place}, ${JSON.stringify(counts)}::jsonb)`.execute(
    tx,
  );
};

/** `counts`: at most one per cell. */
export const addCells = async (
  tx: Tx,
  table: 'indicator_figure' | 'figure_below' | 'figure_frozen',
  place: string,
  counts: readonly FigureCount[],
): Promise<void> => {
  for (let at = 0; at < counts.length; at += CELLS) {
    const some = counts.slice(at, at + CELLS);
    const column = <Name extends keyof FigureCount>(name: Name) => some.map((one) => one[name]);
    // PostgreSQL refuses to write the same row twice in one statement.
    await sql`
      INSERT INTO ${sql.table(table)} AS kept
        (place_id, indicator, month, stratum, value, denominator, numerator, unknown, total)
      SELECT ${place}, indicator, month, stratum, value, denominator, numerator, unknown, total
      FROM unnest(
        ${column('indicator')}::text[], ${column('month')}::text[], ${column('stratum')}::text[],
        ${column('value')}::text[], ${column('denominator')}::bigint[], ${column('numerator')}::bigint[],
        ${column('unknown')}::bigint[], ${column('total')}::bigint[]
      ) AS new (indicator, month, stratum, value, denominator, numerator, unknown, total)
      ON CONFLICT (place_id, indicator, month, stratum, value) DO UPDATE
      SET denominator = kept.denominator + excluded.denominator, numerator = kept.numerator + excluded.numerator,
        unknown = kept.unknown + excluded.unknown, total = kept.total + excluded.total`.execute(tx);
  }
};

const CELLS = 5_000;

export const removeCells = async (tx: Tx, place: string, cells: readonly FigureCount[]): Promise<void> => {
  for (let at = 0; at < cells.length; at += CELLS) {
    const some = cells.slice(at, at + CELLS);
    const column = (name: 'indicator' | 'month' | 'stratum' | 'value') => some.map((one) => one[name]);
    await sql`
      DELETE FROM indicator_figure WHERE place_id = ${place} AND (indicator, month, stratum, value) IN (
        SELECT * FROM unnest(
          ${column('indicator')}::text[], ${column('month')}::text[], ${column('stratum')}::text[],
          ${column('value')}::text[]))`.execute(tx);
  }
};

/** The present figures of a place. */
export const cellsOf = async (tx: Tx, place: string): Promise<readonly FigureCount[]> => {
  const rows = await tx
    .selectFrom('indicator_figure')
    .select(['indicator', 'month', 'stratum', 'value', 'denominator', 'numerator', 'unknown', 'total'])
    .where('place_id', '=', place)
    .execute();
  return rows.map(({ indicator, month, stratum, value, denominator, numerator, unknown, total }) => ({
    indicator,
    month,
    stratum,
    value,
    denominator: Number(denominator),
    numerator: Number(numerator),
    unknown: Number(unknown),
    total: Number(total),
  }));
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
