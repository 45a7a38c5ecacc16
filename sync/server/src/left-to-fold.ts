/** Families whose newest entries are not yet folded into their summaries. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { holdFeed } from './hold-feed.ts';
import type { SyncTables } from './tables.ts';

type Tx = Transaction<SyncTables>;

export const leaveToFold = async (tx: Tx, place: string, families: readonly string[]): Promise<void> => {
  await sql`
    INSERT INTO family_to_fold (place_id, family) SELECT ${place}, family FROM unnest(${[...families]}::text[]) AS new (family)
    ON CONFLICT DO NOTHING`.execute(tx);
};

/** Holds the feed of the place, so that no entry arrives between reading the entries and writing the summaries. */
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

/** For a place that was folded as a whole. */
export const noneLeftToFold = async (tx: Tx, place: string): Promise<void> => {
  await tx.deleteFrom('family_to_fold').where('place_id', '=', place).execute();
};

export const familiesLeftToFold = async (tx: Tx, place: string): Promise<ReadonlySet<string>> => {
  const left = await tx.selectFrom('family_to_fold').select('family').where('place_id', '=', place).execute();
  return new Set(left.map(({ family }) => family));
};

/** Over all machines that the database is spread over. Sorted, so that several threads can share the places. */
export const placesLeftToFold = async (db: Kysely<SyncTables>): Promise<readonly string[]> => {
  const { rows } = await sql<{
    place: string;
  }>`SELECT DISTINCT place_id AS place FROM family_to_fold ORDER BY 1`.execute(db);
  return rows.map(({ place }) => place);
};
