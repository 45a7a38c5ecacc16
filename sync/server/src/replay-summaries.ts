/**
 * Rebuilds the summaries and facts of a place from its entries, and compares them byte for byte with the stored ones.
 * Works group by group of linked families, so that a place of any size fits in memory.
 */
import { parseEntry } from '@denba/records/entry';
import { linkedFamilies } from '@denba/sync/linked-families';
import { type Fold, summariesOf } from '@denba/sync/receiving/fold-families';
import { type Kysely, sql, type Transaction } from 'kysely';
import { fromBody } from './body.ts';
import { holdFeed } from './hold-feed.ts';
import { familiesLeftToFold, noneLeftToFold } from './left-to-fold.ts';
import { entriesOfFamilies } from './postgres-store.ts';
import { replaceSummaries, type SummaryRow, summaryRow } from './summaries.ts';
import type { SyncTables } from './tables.ts';

export type ReplayDifference = {
  readonly family: string;
  /** `missing`: the entries give a summary that is not stored. `extra`: a summary is stored that no entry gives. */
  readonly kind: 'differs' | 'missing' | 'extra';
};

export type Replayed = { readonly families: number; readonly differences: readonly ReplayDifference[] };

export type ReplayOptions = {
  readonly fold: Fold;
  /** Corrects the differences in the same transaction; otherwise nothing is changed. */
  readonly write: boolean;
};

/** Reads the entries of the place twice: once for its merges, then family by family. */
export const replaySummaries = (
  db: Kysely<SyncTables>,
  place: string,
  { fold, write }: ReplayOptions,
): Promise<Replayed> =>
  db
    .transaction()
    // Nothing may change during the comparison: by a lock when differences will be written, otherwise by reading one
    // snapshot.
    .setIsolationLevel(write ? 'read committed' : 'repeatable read')
    .setAccessMode(write ? 'read write' : 'read only')
    .execute(async (tx) => {
      if (write) await holdFeed(tx, place);
      const left = await familiesLeftToFold(tx, place);
      // A family that is not folded yet is no difference; with `write`, it is folded too.
      const all = await groupsOf(tx, place);
      const groups = write ? all : all.filter((group) => !group.some((family) => left.has(family)));
      const differences: ReplayDifference[] = [];
      const made = new Set<string>();
      for (const group of batches(groups)) {
        const right = summariesOf(await entriesOfFamilies(tx, place, group), fold).map((one) => summaryRow(place, one));
        for (const { family } of right) made.add(family);
        const found = await differencesOf(tx, place, group, right);
        differences.push(...found);
        if (write && found.length > 0) await replaceSummaries(tx, place, group, right);
      }
      const extra = await extraFamilies(tx, place, made, new Set(all.flat()));
      if (write) await noneLeftToFold(tx, place);
      if (write && extra.length > 0) await replaceSummaries(tx, place, extra, []);
      // The wrong facts were counted: without its state, the place is counted anew from the corrected ones.
      if (write && differences.length + extra.length > 0) {
        await tx.deleteFrom('figure_state').where('place_id', '=', place).execute();
      }
      differences.push(...extra.map((family) => ({ family, kind: 'extra' as const })));
      return { families: made.size, differences };
    });

const PAGE = 500;

type Group = readonly string[];

/** Groups of families that entries link; a family that is not linked is a group of its own. */
const groupsOf = async (tx: Transaction<SyncTables>, place: string): Promise<readonly Group[]> => {
  const above = new Map<string, string>();
  const rootOf = (family: string): string => {
    let root = family;
    for (let next = above.get(root); next !== undefined && next !== root; next = above.get(root)) root = next;
    above.set(family, root);
    return root;
  };
  for (let after = '0'; ; ) {
    const rows = await tx
      .selectFrom('entry')
      .select(['position', 'family', 'body'])
      .where('place_id', '=', place)
      .where('position', '>', after)
      .orderBy('position')
      .limit(PAGE)
      .execute();
    for (const { family, body } of rows) {
      above.set(rootOf(family), rootOf(family));
      const text = fromBody(body);
      // Few entries are merges: the others need not be parsed.
      if (!text.includes('"merge-duplicates@')) continue;
      const entry = parseEntry(JSON.parse(text));
      if (entry.ok) for (const linked of linkedFamilies(entry.value)) above.set(rootOf(linked), rootOf(family));
    }
    const last = rows.at(-1)?.position;
    if (last === undefined) break;
    after = last;
  }
  const groups = new Map<string, string[]>();
  for (const family of above.keys()) {
    const root = rootOf(family);
    groups.set(root, [...(groups.get(root) ?? []), family]);
  }
  return [...groups.values()];
};

const BATCH_FAMILIES = 100;

/** Combines many small groups into one query. */
function* batches(groups: readonly Group[]): Generator<Group> {
  let batch: string[] = [];
  for (const group of groups) {
    batch.push(...group);
    if (batch.length >= BATCH_FAMILIES) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

const differencesOf = async (
  tx: Transaction<SyncTables>,
  place: string,
  group: Group,
  right: readonly SummaryRow[],
): Promise<readonly ReplayDifference[]> => {
  const rows = await tx
    .selectFrom('family_summary')
    .select(['family', 'families', 'entries'])
    .select([sql<string>`summary::text`.as('summary'), sql<string>`facts::text`.as('facts')])
    .where('place_id', '=', place)
    .where('family', 'in', [...group])
    .execute();
  const bytesOf = ({ families, entries, summary, facts }: Omit<SummaryRow, 'place_id' | 'family'>): string =>
    JSON.stringify([families, entries, summary, facts]);
  const standing = new Map(rows.map(({ family, ...row }) => [family, bytesOf(row)]));
  const wanted = new Map((await asStored(tx, right)).map(({ family, ...row }) => [family, bytesOf(row)]));
  return [
    ...[...wanted].flatMap(([family, bytes]): readonly ReplayDifference[] => {
      const stands = standing.get(family);
      if (stands === bytes) return [];
      return [{ family, kind: stands === undefined ? 'missing' : 'differs' }];
    }),
    ...[...standing.keys()].flatMap((family): readonly ReplayDifference[] =>
      wanted.has(family) ? [] : [{ family, kind: 'extra' }],
    ),
  ];
};

/** The rows as PostgreSQL writes JSON, so that the bytes can be compared. */
const asStored = async (tx: Transaction<SyncTables>, rows: readonly SummaryRow[]): Promise<readonly SummaryRow[]> => {
  const { rows: texts } = await sql<{ summary: string; facts: string }>`
    SELECT summary::jsonb::text AS summary, facts::jsonb::text AS facts
    FROM unnest(${rows.map(({ summary }) => summary)}::text[], ${rows.map(({ facts }) => facts)}::text[])
      WITH ORDINALITY AS made (summary, facts, at) ORDER BY at`.execute(tx);
  return rows.map((row, at) => ({ ...row, ...texts[at] }));
};

/** Stored summaries of families without any entry. */
const extraFamilies = async (
  tx: Transaction<SyncTables>,
  place: string,
  made: ReadonlySet<string>,
  compared: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const rows = await tx.selectFrom('family_summary').select('family').where('place_id', '=', place).execute();
  return rows.map(({ family }) => family).filter((family) => !made.has(family) && !compared.has(family));
};
