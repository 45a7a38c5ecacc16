/**
 * Makes the summaries and facts of a place again from its entries, and compares them byte for byte with what stands. Group
 * by group of families that a merge links, so that a place of any size fits in memory.
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
  /** `missing`: the entries give one, none stands. `extra`: one stands, no entry gives it. */
  readonly kind: 'differs' | 'missing' | 'extra';
};

export type Replayed = { readonly families: number; readonly differences: readonly ReplayDifference[] };

export type ReplayOptions = {
  readonly fold: Fold;
  /** Puts right what differs, in the same transaction; else nothing is changed. */
  readonly write: boolean;
};

/** Entries of a place are read twice: for its merges, then family by family. */
export const replaySummaries = (
  db: Kysely<SyncTables>,
  place: string,
  { fold, write }: ReplayOptions,
): Promise<Replayed> =>
  db
    .transaction()
    // Nothing moves while it is compared: by a lock when it will be written, else because one moment is read.
    .setIsolationLevel(write ? 'read committed' : 'repeatable read')
    .setAccessMode(write ? 'read write' : 'read only')
    .execute(async (tx) => {
      if (write) await holdFeed(tx, place);
      const left = await familiesLeftToFold(tx, place);
      // What is not folded yet is no difference; whoever puts right folds it too.
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
      // What was wrong was counted: the figures are made again from what is right.
      if (write && differences.length + extra.length > 0) {
        await tx.deleteFrom('figure_state').where('place_id', '=', place).execute();
      }
      differences.push(...extra.map((family) => ({ family, kind: 'extra' as const })));
      return { families: made.size, differences };
    });

const PAGE = 500;

type Group = readonly string[];

/** Families that belong together because an entry of one speaks of another. */
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
      // Few entries merge: the others need not be read.
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

/** Many small groups in one question. */
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

/** PostgreSQL writes JSON in a way of its own: bytes are compared as it would write them. */
const asStored = async (tx: Transaction<SyncTables>, rows: readonly SummaryRow[]): Promise<readonly SummaryRow[]> => {
  const { rows: texts } = await sql<{ summary: string; facts: string }>`
    SELECT summary::jsonb::text AS summary, facts::jsonb::text AS facts
    FROM unnest(${rows.map(({ summary }) => summary)}::text[], ${rows.map(({ facts }) => facts)}::text[])
      WITH ORDINALITY AS made (summary, facts, at) ORDER BY at`.execute(tx);
  return rows.map((row, at) => ({ ...row, ...texts[at] }));
};

/** Those of families of which there is no entry at all. */
const extraFamilies = async (
  tx: Transaction<SyncTables>,
  place: string,
  made: ReadonlySet<string>,
  compared: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const rows = await tx.selectFrom('family_summary').select('family').where('place_id', '=', place).execute();
  return rows.map(({ family }) => family).filter((family) => !made.has(family) && !compared.has(family));
};
