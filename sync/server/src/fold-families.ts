/** Keeps what the entries of a family say, for lists and figures: the very fold of the phone, of the families touched. */
import type { JsonValue } from '@denba/records/canonical-json';
import { type Entry, parseEntry } from '@denba/records/entry';
import { sql, type Transaction } from 'kysely';
import { fromBody } from './body.ts';
import type { SyncTables } from './tables.ts';

export type Folded = {
  /** The families that were merged into this one, itself included. */
  readonly families: readonly string[];
  readonly summary: JsonValue;
  readonly facts: JsonValue;
};

/** Entries of one place to its families, by the family that others were merged into. Pure. */
export type Fold = (entries: readonly Entry[]) => ReadonlyMap<string, Folded>;

/** Entries of one device that this transaction put into the place: they need not be read back. */
export type JustWritten = {
  readonly device: string;
  readonly seqs: readonly number[];
  readonly texts: readonly string[];
};

export const foldFamilies = async (
  tx: Transaction<SyncTables>,
  place: string,
  families: ReadonlySet<string>,
  fold: Fold,
  written: JustWritten | null = null,
): Promise<void> => {
  const whole = await mergedWith(tx, place, families);
  const before = await entriesOfFamilies(tx, place, [...whole], written);
  // As they are kept: what a phone wrote in another order folds to the same.
  const entries = [...before, ...(written?.texts ?? []).map((text) => JSON.parse(text) as Entry)];
  await replaceSummaries(tx, place, [...whole], summariesOf(place, entries, fold));
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

/** What these entries say of their families. Pure. */
export const summariesOf = (place: string, entries: readonly Entry[], fold: Fold): readonly SummaryRow[] => {
  const counts = new Map<string, number>();
  for (const { family } of entries) counts.set(family, (counts.get(family) ?? 0) + 1);
  return [...fold(entries)].map(([family, one]) => ({
    ...{ place_id: place, family, families: [...one.families] },
    entries: one.families.reduce((sum, of) => sum + (counts.get(of) ?? 0), 0),
    summary: JSON.stringify(one.summary, withoutNul),
    facts: JSON.stringify(one.facts, withoutNul),
  }));
};

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
  // One text for all: summaries are JSON already, and an array of such texts would be escaped letter by letter.
  const json = rows.map(
    ({ family, families, entries, summary, facts }) =>
      `{"family":${JSON.stringify(family)},"families":${JSON.stringify(families)},"entries":${entries},"summary":${summary},"facts":${facts}}`,
  );
  await sql`
    INSERT INTO family_summary (place_id, family, families, entries, summary, facts)
    SELECT ${place}, family, ARRAY(SELECT jsonb_array_elements_text(families)), entries, summary, facts
    FROM jsonb_to_recordset(${`[${json.join(',')}]`}::jsonb)
      AS new (family text, families jsonb, entries integer, summary jsonb, facts jsonb)
    ON CONFLICT (place_id, family) DO UPDATE
    SET families = excluded.families, entries = excluded.entries, summary = excluded.summary, facts = excluded.facts`.execute(
    tx,
  );
};

/** A merge touches families that are not in the bundle. Few families are merged: an index holds those alone. */
const mergedWith = async (
  tx: Transaction<SyncTables>,
  place: string,
  families: ReadonlySet<string>,
): Promise<ReadonlySet<string>> => {
  const summaries = await tx
    .selectFrom('family_summary')
    .select('families')
    .where('place_id', '=', place)
    .where(sql<number>`cardinality(families)`, '>', 1)
    .where((where) => where.eb('families', '&&', where.val([...families])))
    .execute();
  return new Set([...families, ...summaries.flatMap((row) => row.families)]);
};

export const entriesOfFamilies = async (
  tx: Transaction<SyncTables>,
  place: string,
  families: readonly string[],
  except: Pick<JustWritten, 'device' | 'seqs'> | null = null,
): Promise<readonly Entry[]> => {
  let asked = tx
    .selectFrom('entry')
    .select('body')
    .where('place_id', '=', place)
    .where('family', 'in', [...families]);
  if (except !== null) {
    const { device, seqs } = except;
    asked = asked.where(sql<boolean>`NOT (device_id = ${device} AND seq = ANY(${[...seqs]}::bigint[]))`);
  }
  const rows = await asked.execute();
  return rows.map(({ body }) => {
    const entry = parseEntry(JSON.parse(fromBody(body)));
    if (!entry.ok) throw new Error('an entry that was accepted cannot be read any more');
    return entry.value;
  });
};

/** PostgreSQL's jsonb holds no NUL. The entries keep it; a list can do without. */
const withoutNul = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '') : value;
