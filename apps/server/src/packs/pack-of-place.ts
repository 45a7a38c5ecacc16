/**
 * Which pack a place has: its own choice, else that of the nearest place above it with one, else that of the release. A
 * choice is made at once (`place_pack`) or from a day on (`draft_giving`); the latest to take effect counts, and
 * withdrawn or future ones do not.
 */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

export type PackOfPlace = {
  readonly pack: string;
  /** The place at which it was chosen; `null`: nobody chose, it came with the release. */
  readonly from: string | null;
};

/** `path`: path of the place. `shipped`: id of the pack of this release. Returns `null` when there is none at all. */
export const packOfPlace = async (
  db: Kysely<Tables>,
  path: string,
  shipped: string | null,
  now: Date,
): Promise<PackOfPlace | null> => {
  const upwards = path
    .split('/')
    .filter((id) => id !== '')
    .toReversed();
  const release = shipped === null ? null : { pack: shipped, from: null };
  if (upwards.length === 0) return release;
  const choices = [...(await choicesAtOnce(db, upwards)), ...(await choicesFromDay(db, upwards, now))];
  for (const from of upwards) {
    const own = choices.filter(({ place }) => place === from).toSorted((a, b) => b.since - a.since);
    if (own[0] !== undefined) return { pack: own[0].pack, from };
  }
  return release;
};

type Choice = { readonly place: string; readonly pack: string; readonly since: number };

const choicesAtOnce = async (db: Kysely<Tables>, places: readonly string[]): Promise<readonly Choice[]> => {
  const rows = await db
    .selectFrom('place_pack')
    .select(['place_id', 'pack_id', 'given_at'])
    .where('place_id', 'in', places)
    .execute();
  return rows.map(({ place_id: place, pack_id: pack, given_at }) => ({ place, pack, since: given_at.getTime() }));
};

const choicesFromDay = async (db: Kysely<Tables>, places: readonly string[], now: Date): Promise<readonly Choice[]> => {
  const rows = await db
    .selectFrom('draft_giving')
    .select(['place_id', 'pack_id', 'given_at'])
    .select(sql<string>`from_day::text`.as('from_day'))
    .where('place_id', 'in', places)
    .where('withdrawn_at', 'is', null)
    .where('from_day', '<=', sql<Date>`${now.toISOString().slice(0, 10)}::date`)
    .execute();
  return rows.map(({ place_id: place, pack_id: pack, given_at, from_day }) => ({
    place,
    pack,
    since: Math.max(given_at.getTime(), Date.parse(`${from_day}T00:00:00Z`)),
  }));
};

export const pathOf = async (db: Kysely<Tables>, place: string): Promise<string> =>
  (await db.selectFrom('place').select('path').where('id', '=', place).executeTakeFirstOrThrow()).path;
