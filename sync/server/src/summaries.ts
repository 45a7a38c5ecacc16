/** What was folded of the families of a place, for lists and figures. */
import type { Summary } from '@denba/sync/receiving/receiving-store';
import type { Transaction } from 'kysely';
import type { SyncTables } from './tables.ts';

/** The column `families` says what is read together: a merge that was undone or lacks its other family still counts. */
export const readTogether = async (
  tx: Transaction<SyncTables>,
  place: string,
  families: readonly string[],
): Promise<readonly string[]> => {
  const summaries = await tx
    .selectFrom('family_summary')
    .select('families')
    .where('place_id', '=', place)
    .where((where) => where.eb('families', '&&', where.val([...families])))
    .execute();
  return summaries.flatMap((row) => row.families);
};

/** A row of `family_summary` as it is written: `summary` and `facts` are JSON. */
export type SummaryRow = {
  readonly place_id: string;
  readonly family: string;
  readonly families: readonly string[];
  readonly entries: number;
  readonly summary: string;
  readonly facts: string;
};

export const summaryRow = (place: string, one: Summary): SummaryRow => ({
  ...{ place_id: place, family: one.family, families: [...one.readTogether], entries: one.entries },
  summary: JSON.stringify(one.summary, withoutNul),
  facts: JSON.stringify(one.facts, withoutNul),
});

export const replaceSummaries = async (
  tx: Transaction<SyncTables>,
  place: string,
  families: readonly string[],
  rows: readonly SummaryRow[],
): Promise<void> => {
  await tx
    .deleteFrom('family_summary')
    .where('place_id', '=', place)
    .where('family', 'in', [...families])
    .execute();
  if (rows.length === 0) return;
  await tx
    .insertInto('family_summary')
    .values([...rows])
    .execute();
};

/** PostgreSQL's jsonb holds no NUL. The entries keep it; a list can do without. */
const withoutNul = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '') : value;
