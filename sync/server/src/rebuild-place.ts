/**
 * Rebuilds summaries, facts and figures of a place from its entries, whatever is stored now: after an upgrade that
 * folds or counts differently. Each entry is read once (linked families twice), a few families at a time, and counted
 * as it is folded. Rows that already stand as they should are not written.
 *
 * The entries are trusted as they were admitted: that each can be read is checked, the hash chains are not (they were
 * on receipt). To check the stored summaries byte for byte, use `replaySummaries`.
 */
import type { Entry } from '@denba/records/entry';
import { linkedFamilies } from '@denba/sync/linked-families';
import { groupsOf, type Links, link } from '@denba/sync/links';
import { type Fold, summariesOf } from '@denba/sync/receiving/fold-families';
import type { Summary } from '@denba/sync/receiving/receiving-store';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Figures } from './figures/figures.ts';
import { countAnew } from './figures/up-to-date.ts';
import { holdFeed } from './hold-feed.ts';
import { noneLeftToFold } from './left-to-fold.ts';
import { entriesOfFamilies } from './postgres-store.ts';
import { noOtherSummaries, replaceSummaries, summaryRow } from './summaries.ts';
import type { SyncTables } from './tables.ts';

type Tx = Transaction<SyncTables>;

type Given = {
  readonly fold: Fold;
  readonly figures: Figures;
  /**
   * Number of entries held in memory at once (more if one family has more); other work of the thread waits for so many.
   */
  readonly atOnce?: number;
};

/** In one transaction: phones of the place wait, and readers see the previous state until it ends. */
export const rebuildPlace = (
  db: Kysely<SyncTables>,
  place: string,
  { fold, figures, atOnce = 500 }: Given,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await holdFeed(tx, place);
    await noneLeftToFold(tx, place);
    const count = await countAnew(tx, place, figures);
    const made = new Set<string>();
    const write = async (summaries: readonly Summary[]): Promise<void> => {
      count.add(summaries);
      for (const { family } of summaries) made.add(family);
      await replaceSummaries(
        tx,
        place,
        [],
        summaries.map((one) => summaryRow(place, one)),
      );
    };
    const links: Links<string> = new Map();
    for (const families of parts(await familiesOf(tx, place), atOnce)) {
      const entries = await entriesOfFamilies(tx, place, families);
      for (const entry of entries) linkFamilies(links, entry);
      await write(
        summariesOf(
          entries.filter(({ family }) => !links.has(family)),
          fold,
        ),
      );
    }
    for (const families of groupsOf(links)) {
      const entries = await entriesOfFamilies(tx, place, families);
      // These families were counted separately before the entry that links them was read: take that back.
      count.take(
        summariesOf(
          entries.filter(({ family }) => made.has(family)),
          fold,
        ),
      );
      for (const family of families) made.delete(family);
      await write(summariesOf(entries, fold));
    }
    await noOtherSummaries(tx, place, made);
    await count.end();
  });

/** The families of a place, each with the number of its entries. */
const familiesOf = async (tx: Tx, place: string) => {
  const { rows } = await sql<{ family: string; entries: number }>`
    SELECT family, count(*)::int AS entries FROM entry WHERE place_id = ${place} GROUP BY family ORDER BY family`.execute(
    tx,
  );
  return rows;
};

/** Splits the families into parts of about `atOnce` entries; a family is never split. */
function* parts(families: Awaited<ReturnType<typeof familiesOf>>, atOnce: number): Generator<readonly string[]> {
  let [part, size]: [string[], number] = [[], 0];
  for (const { family, entries } of families) {
    part.push(family);
    size += entries;
    if (size < atOnce) continue;
    yield part;
    [part, size] = [[], 0];
  }
  if (part.length > 0) yield part;
}

const linkFamilies = (links: Links<string>, entry: Entry): void => {
  const others = linkedFamilies(entry);
  if (others.length > 0) link(links, [entry.family, ...others]);
};
