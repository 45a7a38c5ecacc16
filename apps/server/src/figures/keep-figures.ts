/**
 * Keeps the figures of every place up to date: a fact that becomes true by the passing of time (a visit is missed) is
 * counted when its day has come; a place that was counted by other indicators is counted anew from the stored facts; a
 * place whose facts are of an older release is folded and counted anew. Each place has a transaction of its own, so
 * that an interrupted run continues where it stopped.
 */
import type { CountFigures } from '@denba/sync-server/figures/figures';
import { bringUpToDate, countPlace } from '@denba/sync-server/figures/up-to-date';
import { holdFeed } from '@denba/sync-server/hold-feed';
import { placesLeftToFold } from '@denba/sync-server/left-to-fold';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { RecordWork } from '../record-threads/record-work.ts';
import { closeMonths } from './close-months.ts';

type Given = {
  readonly figures: CountFigures;
  readonly work: Pick<RecordWork, 'rebuild' | 'foldPending'>;
  /** Number of places that are rebuilt in parallel. */
  readonly atOnce?: number;
};

export const keepFigures = async (
  db: Kysely<Tables>,
  { figures, work, atOnce = 1 }: Given,
  now: Date,
): Promise<void> => {
  const today = now.toISOString().slice(0, 10);
  // A place that cannot be folded does not hold up the others; its error is thrown at the end.
  const unfolded = await foldAll(db, work, now).then(
    () => null,
    (failure: unknown) => ({ failure }),
  );
  const places = await behind(db, figures, today);
  await sideBySide(
    places.filter(({ by }) => by === 'other facts'),
    atOnce,
    ({ place }) => work.rebuild(place, today),
  );
  for (const { place, by } of places.filter((one) => one.by !== 'other facts')) {
    await db.transaction().execute(async (tx) => {
      await holdFeed(tx, place);
      await (by === 'these' ? bringUpToDate : countPlace)(tx, place, { ...figures, today });
    });
  }
  await closeMonths(db, figures.stocks, now);
  if (unfolded !== null) throw unfolded.failure;
};

/** Folds what bundles or a stopped server left unfolded: a month must be closed with everything that came before. */
const foldAll = async (
  db: Kysely<Tables>,
  { foldPending }: Pick<RecordWork, 'foldPending'>,
  now: Date,
): Promise<void> => {
  // Checked here first, so that no thread is started for nothing.
  for (let more = (await placesLeftToFold(db)).length > 0; more; ) more = await foldPending(now);
};

/**
 * Runs `each` over all items in order, `atOnce` in parallel. After a failure no further one is started; running ones
 * are awaited.
 */
const sideBySide = async <One>(
  all: readonly One[],
  atOnce: number,
  each: (one: One) => Promise<void>,
): Promise<void> => {
  const waiting = [...all];
  const lane = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      await each(one).catch((failure: unknown) => {
        waiting.length = 0;
        throw failure;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, lane));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
};

/**
 * Places that have a feed and whose figures are of an earlier day or of other content; `by`: what they were counted by.
 */
const behind = async (db: Kysely<Tables>, { content, factsBy }: CountFigures, today: string) => {
  const { rows } = await sql<{ place: string; by: 'these' | 'other indicators' | 'other facts' }>`
    SELECT place_feed.place_id AS place,
      CASE WHEN figure_state.content = ${content} THEN 'these'
        WHEN starts_with(figure_state.content, ${factsBy}) THEN 'other indicators' ELSE 'other facts' END AS by
    FROM place_feed LEFT JOIN figure_state ON figure_state.place_id = place_feed.place_id
    WHERE figure_state.content IS DISTINCT FROM ${content} OR figure_state.counted_on < ${today}::date
    ORDER BY place_feed.place_id`.execute(db);
  return rows;
};
