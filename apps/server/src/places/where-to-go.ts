/** Open places to which the families of a place that closes may go: those of its district first, nearest first. */
import { type Kysely, sql } from 'kysely';
import type { PlaceKind, Tables } from '../database/tables.ts';
import type { Place } from './known-place.ts';

export type PlaceToGo = {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** Distance in a straight line; `null`: one of the two places has no coordinates. */
  readonly km: number | null;
  /** Number of phones in use. Without one, nobody there would see the families. */
  readonly phones: number;
};

const MOST = 5;
/**
 * Number of leading ids of the path that the places share: country and region, within which phones send families
 * (`places-around.ts`).
 */
const SHARED = 2;

export const placesToGo = async (db: Kysely<Tables>, { id, path, parent }: Place): Promise<readonly PlaceToGo[]> => {
  const region = `${path.split('/').slice(0, SHARED).join('/')}/`;
  const { rows } = await sql<PlaceToGo>`
    SELECT id, name, kind, km, phones
    FROM (
      SELECT other.id, other.name, other.kind, other.parent_id = ${parent} AS near,
        -- The least of a number and of nothing would be the number.
        CASE WHEN other.latitude + other.longitude + here.latitude + here.longitude IS NOT NULL
          THEN ${EARTH_KM}::float8 * acos(least(1, greatest(-1,
          sin(radians(other.latitude)) * sin(radians(here.latitude)) +
          cos(radians(other.latitude)) * cos(radians(here.latitude)) * cos(radians(other.longitude - here.longitude))
          ))) END AS km,
        (SELECT count(*) FROM device WHERE device.place_id = other.id AND revoked_at IS NULL)::integer AS phones
      FROM place AS other CROSS JOIN (SELECT latitude, longitude FROM place WHERE id = ${id}) AS here
      WHERE starts_with(other.path, ${region}) AND other.kind IN ('health_centre', 'hospital', 'site')
        AND other.closed_on IS NULL AND other.id <> ${id}
    ) AS open
    ORDER BY phones = 0, near DESC NULLS LAST, km NULLS LAST, name, id
    LIMIT ${MOST}`.execute(db);
  return rows;
};

const EARTH_KM = 6_371;
