/** The stored summaries of the families of a place, for lists and figures. */
import type { Summary } from '@denba/sync/receiving/receiving-store';
import { sql, type Transaction } from 'kysely';
import { storableJson } from './storable-json.ts';
import type { SyncTables } from './tables.ts';

/**
 * Uses the column `families`: what is read together, even if a merge was undone or the other family has no entries
 * here. Few families are read with others, and an index covers only those.
 */
export const readTogether = async (
  tx: Transaction<SyncTables>,
  place: string,
  families: readonly string[],
): Promise<readonly string[]> => {
  const summaries = await tx
    .selectFrom('family_summary')
    .select('families')
    .where('place_id', '=', place)
    .where(sql<number>`cardinality(families)`, '>', 1)
    .where((where) => where.eb('families', '&&', where.val([...families])))
    .execute();
  return summaries.flatMap((row) => row.families);
};

/** A row of `family_summary` in the form in which it is written: `summary` and `facts` are JSON text. */
export type SummaryRow = {
  readonly place_id: string;
  readonly family: string;
  readonly families: readonly string[];
  readonly entries: number;
  readonly summary: string;
  readonly facts: string;
};

export const summaryRow = (place: string, one: Summary): SummaryRow => ({
  place_id: place,
  family: one.family,
  families: [...one.readTogether],
  entries: one.entries,
  summary: storableJson(one.summary),
  facts: storableJson(one.facts),
});

export const replaceSummaries = async (
  tx: Transaction<SyncTables>,
  place: string,
  families: readonly string[],
  rows: readonly SummaryRow[],
): Promise<void> => {
  const made = new Set(rows.map(({ family }) => family));
  const gone = families.filter((family) => !made.has(family));
  if (gone.length > 0) {
    await tx.deleteFrom('family_summary').where('place_id', '=', place).where('family', 'in', gone).execute();
  }
  if (rows.length === 0) return;
  // One text for all rows: summaries are JSON already, and in an array of texts every character would be escaped again.
  const json = rows.map(
    ({ family, families, entries, summary, facts }) =>
      `{"family":${JSON.stringify(family)},"families":${storableJson(families)},"entries":${entries},"summary":${summary},"facts":${facts}}`,
  );
  await sql`
    INSERT INTO family_summary AS stands (place_id, family, families, entries, summary, facts)
    SELECT ${place}, family, ARRAY(SELECT jsonb_array_elements_text(families)), entries,
      COALESCE(summary, 'null'::jsonb), COALESCE(facts, 'null'::jsonb)
    FROM jsonb_to_recordset(${`[${json.join(',')}]`}::jsonb)
      AS new (family text, families jsonb, entries integer, summary jsonb, facts jsonb)
    ON CONFLICT (place_id, family) DO UPDATE
    SET families = excluded.families, entries = excluded.entries, summary = excluded.summary, facts = excluded.facts
    WHERE ROW(stands.families, stands.entries, stands.summary, stands.facts)::record
      *<> ROW(excluded.families, excluded.entries, excluded.summary, excluded.facts)::record`.execute(tx);
};

/** Removes every summary of the place but those of these families. */
export const noOtherSummaries = async (
  tx: Transaction<SyncTables>,
  place: string,
  families: ReadonlySet<string>,
): Promise<void> => {
  await sql`DELETE FROM family_summary WHERE place_id = ${place} AND family <> ALL(${[...families]}::text[])`.execute(
    tx,
  );
};
