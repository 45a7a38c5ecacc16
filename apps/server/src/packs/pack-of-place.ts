/** Which pack a place has: its own choice, else that of the nearest place above it, else what came with the release. */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

export type PackOfPlace = {
  readonly pack: string;
  /** The place that was given it; `null`: nobody chose, it came with the release. */
  readonly from: string | null;
};

/** `path`: of the place. `shipped`: name of the pack of this release. `null`: there is none at all. */
export const packOfPlace = async (
  db: Kysely<Tables>,
  path: string,
  shipped: string | null,
): Promise<PackOfPlace | null> => {
  const upwards = path
    .split('/')
    .filter((id) => id !== '')
    .toReversed();
  if (upwards.length === 0) return shipped === null ? null : { pack: shipped, from: null };
  const rows = await db
    .selectFrom('place_pack')
    .select(['place_id', 'pack_id'])
    .where('place_id', 'in', upwards)
    .execute();
  const given = new Map(rows.map(({ place_id, pack_id }) => [place_id, pack_id]));
  const from = upwards.find((id) => given.has(id)) ?? null;
  const pack = from === null ? shipped : (given.get(from) ?? null);
  return pack === null ? null : { pack, from };
};

export const pathOf = async (db: Kysely<Tables>, place: string): Promise<string> =>
  (await db.selectFrom('place').select('path').where('id', '=', place).executeTakeFirstOrThrow()).path;
