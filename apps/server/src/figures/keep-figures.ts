/**
 * Keeps the figures of every place those of today: what time alone makes true (a visit is missed) enters them when the day
 * is there; a place that was counted by other indicators is counted anew, of the facts that stand; one whose facts are those
 * of an older release is folded and counted anew. Place by place, each in a transaction of its own, so that it goes on where
 * it was stopped.
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
  /** Places that are made again side by side. */
  readonly atOnce?: number;
};

export const keepFigures = async (
  db: Kysely<Tables>,
  { figures, work, atOnce = 1 }: Given,
  now: Date,
): Promise<void> => {
  const today = now.toISOString().slice(0, 10);
  // A place that cannot be folded does not keep the others from their day; it is told at the end.
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

/** What bundles left, or a server that was stopped: a month is closed with all that came before. */
const foldAll = async (
  db: Kysely<Tables>,
  { foldPending }: Pick<RecordWork, 'foldPending'>,
  now: Date,
): Promise<void> => {
  // Asked here first: a thread need not be started for nothing.
  for (let more = (await placesLeftToFold(db)).length > 0; more; ) more = await foldPending(now);
};

/** So many at a time, in their order. After one that fails none is begun; those under way are waited for. */
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

/** Places that have a feed, whose figures are of another day or of other content, and by what they were counted. */
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
