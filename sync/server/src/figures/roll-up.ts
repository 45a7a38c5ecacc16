/**
 * Sums of what lies below each place. A bundle leaves what it added in `figure_pending`, in its own transaction, and waits
 * for no row that other centres write; this brings it to the places above, when the server has time.
 *
 * Invariant, in whatever moment one statement sees: for each place, `figure_below` and what is pending of the places below
 * it are together the sum of `indicator_figure` over the places below it. Places never move to another one.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { SyncTables } from '../tables.ts';
import type { FigureCount } from './figures.ts';
import { sumCells } from './sum-cells.ts';
import { addCells } from './write-figures.ts';

/** Until nothing is pending, some places in a transaction. Two servers at once: one does it, the other leaves it. */
export const rollUp = async (db: Kysely<SyncTables>): Promise<void> => {
  for (;;) {
    const rolled = await db.transaction().execute(rollSome);
    if (rolled < PLACES) return;
  }
};

/** How many places. */
const rollSome = async (tx: Transaction<SyncTables>): Promise<number> => {
  // The sums of a country are locked cell by cell: two who do that in different orders would wait for each other.
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

/** What was pending when the statement began; a bundle that arrives meanwhile stays. */
const takePending = async (tx: Transaction<SyncTables>, place: string): Promise<readonly FigureCount[]> => {
  const rows = await tx
    .deleteFrom('figure_pending')
    .where('place_id', '=', place)
    .returning(sql<readonly FigureCount[]>`cells`.as('cells'))
    .execute();
  return rows.flatMap(({ cells }) => cells);
};

const PLACES = 50;
/** Any number that nothing else locks by. */
const ROLLING = 20_251_126;
