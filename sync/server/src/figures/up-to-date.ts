/**
 * Brings the figures of a place up to today: adds the facts that have begun to count by the passing of time since the
 * last count, and counts a place that has no figures yet. The feed of the place must be held.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import { sql, type Transaction } from 'kysely';
import type { SyncTables } from '../tables.ts';
import type { CountedPlace, Figures } from './figures.ts';
import { cellChanges, sumCells, taken } from './sum-cells.ts';
import {
  addCells,
  addToFigures,
  cellsOf,
  type FamilyFacts,
  factsOfFamilies,
  leavePending,
  rememberChanges,
  removeCells,
} from './write-figures.ts';

type Tx = Transaction<SyncTables>;

/**
 * Returns `null` when the place was counted by other content, or was never counted although it has families. Its facts
 * may be of an older release: a caller that knows counts it (`countPlace`, or `countAnew` while folding); until then
 * its figures stay as they are.
 */
export const bringUpToDate = async (tx: Tx, place: string, figures: Figures): Promise<CountedPlace | null> => {
  const { content, countedOn, facilities, isNew } = await stateOf(tx, place);
  if (content === null && isNew) return countPlace(tx, place, figures);
  if (content !== figures.content || countedOn === null) return null;
  if (countedOn >= figures.today) return { day: countedOn, facilities };
  await addWhatBecameTrue(tx, place, facilities, figures, countedOn);
  await keepState(tx, place, figures);
  return { day: figures.today, facilities };
};

/** Counts the place anew from its stored facts, which must be of this release. */
export const countPlace = async (tx: Tx, place: string, figures: Figures): Promise<CountedPlace> => {
  const count = await countAnew(tx, place, figures);
  for (let after = ''; ; ) {
    const page = await tx
      .selectFrom('family_summary')
      .select(['family', sql<JsonValue>`facts`.as('facts')])
      .where('place_id', '=', place)
      .where('family', '>', after)
      .orderBy('family')
      .limit(PAGE)
      .execute();
    count.add(page);
    const last = page.at(-1)?.family;
    if (last === undefined || page.length < PAGE) break;
    after = last;
  }
  return count.end();
};

export type CountAnew = {
  readonly add: (families: readonly FamilyFacts[]) => void;
  /** Subtracts what `add` counted for these families. */
  readonly take: (families: readonly FamilyFacts[]) => void;
  /** Writes the sums. */
  readonly end: () => Promise<CountedPlace>;
};

/** Counts a place anew, for a caller that has its facts at hand. Its figures are as they were until `end`. */
export const countAnew = async (tx: Tx, place: string, figures: Figures): Promise<CountAnew> => {
  const { facilities } = await stateOf(tx, place);
  const stood = await cellsOf(tx, place);
  await tx.deleteFrom('figure_change').where('place_id', '=', place).execute();
  const { today } = figures;
  const sums = figures.sums();
  const changes = new Map<string, readonly string[]>();
  return {
    add: (families) => {
      for (const { family, facts } of families) {
        sums.add(facts, today, facilities);
        const days = figures.changesAfter(facts, today);
        if (days.length > 0) changes.set(family, days);
      }
    },
    take: (families) => {
      for (const { family, facts } of families) {
        sums.take(facts, today, facilities);
        changes.delete(family);
      }
    },
    end: async () => {
      const { added, gone } = cellChanges(stood, sums.counts());
      await addCells(tx, 'indicator_figure', place, added);
      await removeCells(tx, place, gone);
      // The places above still include the previous figures: only the difference is pending.
      await leavePending(tx, place, sumCells([...added, ...taken(gone)]));
      const days = [...changes].flatMap(([family, own]) => own.map((on) => ({ family, on })));
      for (let at = 0; at < days.length; at += ROWS) await rememberChanges(tx, place, days.slice(at, at + ROWS));
      await keepState(tx, place, figures);
      return { day: today, facilities };
    },
  };
};

const stateOf = async (tx: Tx, place: string) => {
  const { rows } = await sql<{
    content: string | null;
    countedOn: string | null;
    facilities: readonly string[];
    isNew: boolean;
  }>`
    SELECT content, counted_on::text AS "countedOn",
      ARRAY(SELECT DISTINCT facility FROM device WHERE device.place_id = ${place}) AS facilities,
      NOT EXISTS (SELECT FROM family_summary WHERE family_summary.place_id = ${place}) AS "isNew"
    FROM (SELECT 1) AS one LEFT JOIN figure_state ON figure_state.place_id = ${place}`.execute(tx);
  const [state] = rows;
  return {
    content: state?.content ?? null,
    countedOn: state?.countedOn ?? null,
    isNew: state?.isNew ?? true,
    facilities: new Set([place, ...(state?.facilities ?? [])]),
  };
};

const addWhatBecameTrue = async (
  tx: Tx,
  place: string,
  facilities: ReadonlySet<string>,
  figures: Figures,
  countedOn: string,
): Promise<void> => {
  const { rows } = await sql<{ family: string }>`
    DELETE FROM figure_change WHERE place_id = ${place} AND on_day <= ${figures.today}::date RETURNING family`.execute(
    tx,
  );
  const families = [...new Set(rows.map(({ family }) => family))];
  for (let at = 0; at < families.length; at += PAGE) {
    const facts = await factsOfFamilies(tx, place, families.slice(at, at + PAGE));
    const sums = figures.sums();
    for (const one of facts) {
      sums.take(one.facts, countedOn, facilities);
      sums.add(one.facts, figures.today, facilities);
    }
    await addToFigures(tx, place, sums.counts());
  }
};

const keepState = async (tx: Tx, place: string, { content, today }: Figures): Promise<void> => {
  await sql`
    INSERT INTO figure_state (place_id, content, counted_on) VALUES (${place}, ${content}, ${today}::date)
    ON CONFLICT (place_id) DO UPDATE SET content = excluded.content, counted_on = excluded.counted_on`.execute(tx);
};

/** Limit of rows per statement. */
const ROWS = 5_000;
const PAGE = 500;
