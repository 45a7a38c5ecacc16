/** The places that a phone may send families to: those of its region, by name. */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

export type PlaceAround = { readonly id: string; readonly name: string; readonly kind: string };

const MOST = 500;
/** Number of leading ids of the path that the places share: country and region. */
const SHARED = 2;

export const placesAround = async (db: Kysely<Tables>, place: string): Promise<readonly PlaceAround[]> => {
  const { path } = await db.selectFrom('place').select('path').where('id', '=', place).executeTakeFirstOrThrow();
  const region = path.split('/').slice(0, SHARED).join('/');
  return db
    .selectFrom('place')
    .select(['id', 'name', 'kind'])
    .where('path', 'like', `${region.replaceAll(/[\\%_]/g, '\\$&')}/%`)
    .where('kind', 'in', ['health_centre', 'hospital', 'site'])
    .where('closed_on', 'is', null)
    .where('id', '!=', place)
    .orderBy('name')
    .limit(MOST)
    .execute();
};
