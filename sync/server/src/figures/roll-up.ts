/**
 * Sums for each place over all places below it. A bundle leaves what it added in `figure_pending`, in its own
 * transaction, and so waits for no row that other centres write; this module adds it to the places above when the
 * server has time.
 *
 * Invariant, in the snapshot of any one statement: for each place, `figure_below` plus what is pending of the places
 * below it is the sum of `indicator_figure` over the places below it. Places never move to another parent.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { SyncTables } from '../tables.ts';
import type { FigureCount } from './figures.ts';
import { sumCells } from './sum-cells.ts';
import { addCells } from './write-figures.ts';

/**
 * Rolls up until nothing is pending, some places per transaction. When two servers do this at once, one works and the
 * other returns.
 */
export const rollUp = async (db: Kysely<SyncTables>): Promise<void> => {
  for (;;) {
    const rolled = await db.transaction().execute(rollSome);
    if (rolled < PLACES) return;
  }
};

/** Returns how many places were rolled up. */
const rollSome = async (tx: Transaction<SyncTables>): Promise<number> => {
  // The sums of a country are locked cell by cell: two transactions that lock them in different orders would deadlock.
  const { rows: lock } = await sql<{ mine: boolean }>`SELECT pg_try_advisory_xact_lock(${ROLLING}) AS mine`.execute(tx);
  if (lock[0]?.mine !== true) return 0;
  const { rows: places } = await sql<{ id: string; path: string }>`
    SELECT pending.place_id AS id, coalesce(place.path, '') AS path
    FROM (SELECT DISTINCT place_id FROM figure_pending ORDER BY place_id LIMIT ${PLACES}) AS pending
    LEFT JOIN place ON place.id = pending.place_id`.execute(tx);
  const below = new Map<string, FigureCount[]>();
  for (const { id, path } of places) {
    const cells = await takePending(tx, id);
    for (const above of path.split('/').filter((one) => one !== '' && one !== id)) {
      const mine = below.get(above);
      if (mine === undefined) below.set(above, [...cells]);
      else for (const cell of cells) mine.push(cell);
    }
  }
  for (const [place, cells] of below) await addCells(tx, 'figure_below', place, sumCells(cells));
  return places.length;
};

/** Takes what was pending when the statement began; counts of a bundle that arrives meanwhile stay pending. */
const takePending = async (tx: Transaction<SyncTables>, place: string): Promise<readonly FigureCount[]> => {
  const rows = await tx
    .deleteFrom('figure_pending')
    .where('place_id', '=', place)
    .returning(sql<readonly FigureCount[]>`cells`.as('cells'))
    .execute();
  return rows.flatMap(({ cells }) => cells);
};

const PLACES = 50;
/** Number of the advisory lock; any number that no other lock uses. */
const ROLLING = 20_251_126;
