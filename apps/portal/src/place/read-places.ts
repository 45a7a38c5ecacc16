/** Reads places and what is stored about them: population and outlines. */
import { type Kysely, sql } from 'kysely';
import type { PortalTables } from '../portal-tables.ts';
import type { PortalPlace } from './place-tree.ts';

type Reading = Kysely<PortalTables>;

const columns = ['id', 'parent_id as parent', 'kind', 'name', 'path', 'latitude', 'longitude'] as const;

export const readPlace = async (db: Reading, id: string): Promise<PortalPlace | null> =>
  (await db.selectFrom('place').select(columns).where('id', '=', id).executeTakeFirst()) ?? null;

/** The places at these paths and all below them. */
export const readPlacesBelow = async (db: Reading, paths: readonly string[]): Promise<readonly PortalPlace[]> =>
  paths.length === 0
    ? []
    : db
        .selectFrom('place')
        .select(columns)
        .where((is) => is.or(paths.map((path) => sql<boolean>`starts_with(path, ${path})`)))
        .orderBy('path')
        .execute();

/**
 * The places with these ids: for the ancestors of a place, whose names say where it lies although the reader may not
 * see their figures.
 */
export const readPlacesNamed = async (db: Reading, ids: readonly string[]): Promise<readonly PortalPlace[]> =>
  ids.length === 0
    ? []
    : db.selectFrom('place').select(columns).where('id', '=', sql<string>`ANY(${ids}::text[])`).execute();

/** The declared population of these places, by place and year. */
export const readPopulations = async (
  db: Reading,
  places: readonly Pick<PortalPlace, 'id'>[],
): Promise<readonly { readonly place: string; readonly year: number; readonly population: number }[]> =>
  db
    .selectFrom('place_population')
    .select(['place_id as place', 'year', 'population'])
    .where('place_id', '=', sql<string>`ANY(${places.map(({ id }) => id)}::text[])`)
    .execute();

/** The ids of those places that have an outline. */
export const readOutlined = async (
  db: Reading,
  places: readonly Pick<PortalPlace, 'id'>[],
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('place_outline')
    .select('place_id')
    .where('place_id', '=', sql<string>`ANY(${places.map(({ id }) => id)}::text[])`)
    .execute();
  return new Set(rows.map(({ place_id }) => place_id));
};

/** The outlines of these places, as rings of longitude and latitude in degrees. */
export const readOutlines = async (db: Reading, places: readonly string[]): Promise<readonly Outline[]> => {
  const rows = await db
    .selectFrom('place_outline')
    .select(['place_id as place', 'rings'])
    .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
    .execute();
  return rows.map(({ place, rings }) => ({ place, rings: rings as Outline['rings'] }));
};

export type Outline = {
  readonly place: string;
  readonly rings: readonly (readonly (readonly [longitude: number, latitude: number])[])[];
};
