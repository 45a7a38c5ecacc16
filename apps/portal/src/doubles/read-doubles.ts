/** Reads which families of a place may be one family. The server compares them once a night. */
import { type Kysely, sql } from 'kysely';
import type { PortalTables } from '../portal-tables.ts';

/**
 * The number of families with a likely double, by place; without the places that were not compared yet. Doubles that are
 * merely possible do not count: of 138 pairs of a simulated district 121 are merely possible, and none of the three
 * families that were registered twice is among those. A family that was merged since the comparison does not count, nor
 * do those that were like it.
 */
export const readDoubles = async (
  db: Kysely<PortalTables>,
  places: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ place: string; count: string }>`
    SELECT doubles_compared.place_id AS place, count(DISTINCT one.family) FILTER (WHERE two.family IS NOT NULL) AS count
    FROM doubles_compared
    LEFT JOIN possible_double
      ON possible_double.place_id = doubles_compared.place_id AND possible_double.strength = 'likely'
    LEFT JOIN family_summary AS one
      ON one.place_id = possible_double.place_id AND one.family = possible_double.family
    LEFT JOIN family_summary AS two
      ON two.place_id = possible_double.place_id AND two.family = possible_double.other
    WHERE doubles_compared.place_id = ANY(${places}::text[])
    GROUP BY doubles_compared.place_id`.execute(db);
  return new Map(rows.map(({ place, count }) => [place, Number(count)]));
};

export type DoublePair = {
  readonly family: string;
  readonly other: string;
  readonly strength: string;
  readonly reasons: readonly string[];
};

/** The likely ones first. Each pair once. */
export const readPairs = (db: Kysely<PortalTables>, place: string): Promise<readonly DoublePair[]> =>
  db
    .selectFrom('possible_double')
    .select(['family', 'other', 'strength', 'reasons'])
    .where('place_id', '=', place)
    .whereRef('family', '<', 'other')
    .orderBy('strength')
    .orderBy('family')
    .orderBy('other')
    .execute();

/** The day of the last comparison; `null`: not compared yet. */
export const readComparedOn = async (db: Kysely<PortalTables>, place: string): Promise<string | null> => {
  const row = await db
    .selectFrom('doubles_compared')
    .select(sql<string>`on_day::text`.as('day'))
    .where('place_id', '=', place)
    .executeTakeFirst();
  return row?.day ?? null;
};
