/**
 * Makes the figures of a place those of today: what time alone has made true since they were last looked at is added, and
 * a place that has none yet gets them. With the feed of the place held.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import { sql, type Transaction } from 'kysely';
import type { SyncTables } from '../tables.ts';
import { type CountedPlace, type FigureCount, type Figures, sumCells, taken } from './figures.ts';
import { addCells, addToFigures, cellsOf, factsOfFamilies, leavePending, rememberChanges } from './write-figures.ts';

type Tx = Transaction<SyncTables>;

/**
 * `null`: the place is counted by other content, or was never counted though it has families. Its facts may be of an older
 * release: whoever folds them anew counts it (`countPlace`), and until then its figures stay as they are.
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

/** From the beginning, of facts that are those of this release. */
export const countPlace = async (tx: Tx, place: string, figures: Figures): Promise<CountedPlace> => {
  const { facilities } = await stateOf(tx, place);
  await countFromTheBeginning(tx, place, facilities, figures);
  return { day: figures.today, facilities };
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
    ...{ content: state?.content ?? null, countedOn: state?.countedOn ?? null, isNew: state?.isNew ?? true },
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
    const counts = facts.flatMap((one) => [
      ...figures.count(one.facts, figures.today, facilities),
      ...taken(figures.count(one.facts, countedOn, facilities)),
    ]);
    await addToFigures(tx, place, sumCells(counts));
  }
};

const countFromTheBeginning = async (
  tx: Tx,
  place: string,
  facilities: ReadonlySet<string>,
  figures: Figures,
): Promise<void> => {
  const stood = await cellsOf(tx, place);
  await tx.deleteFrom('indicator_figure').where('place_id', '=', place).execute();
  await tx.deleteFrom('figure_change').where('place_id', '=', place).execute();
  let sums: readonly FigureCount[] = [];
  for (let after = ''; ; ) {
    const page = await tx
      .selectFrom('family_summary')
      .select(['family', sql<JsonValue>`facts`.as('facts')])
      .where('place_id', '=', place)
      .where('family', '>', after)
      .orderBy('family')
      .limit(PAGE)
      .execute();
    sums = sumCells([...sums, ...page.flatMap(({ facts }) => figures.count(facts, figures.today, facilities))]);
    await rememberChanges(
      tx,
      place,
      page.flatMap(({ family, facts }) => figures.changesAfter(facts, figures.today).map((on) => ({ family, on }))),
    );
    const last = page.at(-1)?.family;
    if (last === undefined || page.length < PAGE) break;
    after = last;
  }
  await addCells(tx, 'indicator_figure', place, sums);
  // The places above have what stood before.
  await leavePending(tx, place, sumCells([...sums, ...taken(stood)]));
  await keepState(tx, place, figures);
};

const keepState = async (tx: Tx, place: string, { content, today }: Figures): Promise<void> => {
  await sql`
    INSERT INTO figure_state (place_id, content, counted_on) VALUES (${place}, ${content}, ${today}::date)
    ON CONFLICT (place_id) DO UPDATE SET content = excluded.content, counted_on = excluded.counted_on`.execute(tx);
};

const PAGE = 500;
