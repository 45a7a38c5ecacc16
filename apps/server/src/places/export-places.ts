/** The places that the viewer sees, as a list that an import can read: importing it unchanged changes nothing. */
import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import { pathsWhere } from '../people/authorisation.ts';
import type { Viewer } from '../people/viewer.ts';
import type { Site } from '../site.ts';
import { inTreeOrder } from './list-places.ts';
import { populationColumn, sheetColumns } from './place-sheet.ts';

export const exportPlaces = async ({ db }: Site, { grants }: Viewer): Promise<string> => {
  const paths = pathsWhere(grants, 'read', 'places');
  if (paths.length === 0) return stringify([[...sheetColumns]], { bom: true });
  const rows = await db
    .selectFrom('place')
    .leftJoin('place as above', 'above.id', 'place.parent_id')
    .selectAll('place')
    .select(['above.code as parent_code', 'place.parent_id as parent'])
    .where((is) => is.or(paths.map((path) => sql<boolean>`starts_with(place.path, ${path})`)))
    .execute();
  const counted = await db
    .selectFrom('place_population')
    .innerJoin('place', 'place.id', 'place_population.place_id')
    .select(['place.id', 'year', 'population'])
    .where((is) => is.or(paths.map((path) => sql<boolean>`starts_with(place.path, ${path})`)))
    .execute();
  const years = [...new Set(counted.map(({ year }) => year))].sort((a, b) => a - b);
  const people = new Map(counted.map(({ id, year, population }) => [`${id} ${year}`, population]));
  const seen = new Set(rows.map(({ id }) => id));
  const lines = inTreeOrder(rows).map(
    ({ id, code, name, kind, parent, parent_code, dhis2_uid, latitude, longitude }) => [
      ...[code, name, kind, parent !== null && seen.has(parent) ? parent_code : null],
      ...[dhis2_uid, latitude, longitude],
      ...years.map((year) => people.get(`${id} ${year}`) ?? null),
    ],
  );
  // The byte-order mark tells a spreadsheet that it is UTF-8. No name begins like a formula (`placeName`).
  return stringify([[...sheetColumns, ...years.map(populationColumn)], ...lines], { bom: true });
};
