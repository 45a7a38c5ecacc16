/** Families whose summaries are those of before their newest entries came, until somebody folds them. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { holdFeed } from './hold-feed.ts';
import type { SyncTables } from './tables.ts';

type Tx = Transaction<SyncTables>;

export const leaveToFold = async (tx: Tx, place: string, families: readonly string[]): Promise<void> => {
  await sql`
    INSERT INTO family_to_fold (place_id, family) SELECT ${place}, family FROM unnest(${[...families]}::text[]) AS new (family)
    ON CONFLICT DO NOTHING`.execute(tx);
};

/** With the feed of the place held: no entry comes between what is read and what is kept of it. */
export const takeToFold = async (tx: Tx, place: string, most: number): Promise<readonly string[]> => {
  await holdFeed(tx, place);
  const left = await tx
    .selectFrom('family_to_fold')
    .select('family')
    .where('place_id', '=', place)
    .orderBy('family')
    .limit(most)
    .execute();
  const families = left.map(({ family }) => family);
  if (families.length > 0) {
    await tx.deleteFrom('family_to_fold').where('place_id', '=', place).where('family', 'in', families).execute();
  }
  return families;
};

/** Of a place that was folded whole. */
export const noneLeftToFold = async (tx: Tx, place: string): Promise<void> => {
  await tx.deleteFrom('family_to_fold').where('place_id', '=', place).execute();
};

export const familiesLeftToFold = async (tx: Tx, place: string): Promise<ReadonlySet<string>> => {
  const left = await tx.selectFrom('family_to_fold').select('family').where('place_id', '=', place).execute();
  return new Set(left.map(({ family }) => family));
};

/** Of all machines that the database is spread over. In one order, so that several who fold can share them. */
export const placesLeftToFold = async (db: Kysely<SyncTables>): Promise<readonly string[]> => {
  const { rows } = await sql<{
    place: string;
  }>`SELECT DISTINCT place_id AS place FROM family_to_fold ORDER BY 1`.execute(db);
  return rows.map(({ place }) => place);
};
