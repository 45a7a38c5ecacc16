/**
 * Keeps the figures of every place those of today: what time alone makes true (a visit is missed) enters them when the day
 * is there, and a place that was counted by other content, or by an older release, is folded and counted anew. Place by
 * place, each in a transaction of its own, so that it goes on where it was stopped.
 */
import type { Fold } from '@denba/sync/receiving/fold-families';
import type { CountFigures } from '@denba/sync-server/figures/figures';
import { bringUpToDate } from '@denba/sync-server/figures/up-to-date';
import { holdFeed } from '@denba/sync-server/hold-feed';
import { makePlaceAgain } from '@denba/sync-server/make-place-again';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { closeMonths } from './close-months.ts';

type Given = { readonly figures: CountFigures; readonly fold: Fold };

export const keepFigures = async (db: Kysely<Tables>, { figures, fold }: Given, now: Date): Promise<void> => {
  const today = now.toISOString().slice(0, 10);
  for (const { place, isOther } of await behind(db, figures, today)) {
    // Its facts are those of an older release too.
    if (isOther) await makePlaceAgain(db, place, { fold, figures: { ...figures, today } });
    else {
      await db.transaction().execute(async (tx) => {
        await holdFeed(tx, place);
        await bringUpToDate(tx, place, { ...figures, today });
      });
    }
  }
  await closeMonths(db, now);
};

/** Places that have a feed, whose figures are of another day or of other content. */
const behind = async (db: Kysely<Tables>, { content }: CountFigures, today: string) => {
  const { rows } = await sql<{ place: string; isOther: boolean }>`
    SELECT place_feed.place_id AS place, figure_state.content IS DISTINCT FROM ${content} AS "isOther" FROM place_feed
    LEFT JOIN figure_state ON figure_state.place_id = place_feed.place_id
    WHERE figure_state.content IS DISTINCT FROM ${content} OR figure_state.counted_on < ${today}::date
    ORDER BY place_feed.place_id`.execute(db);
  return rows;
};
