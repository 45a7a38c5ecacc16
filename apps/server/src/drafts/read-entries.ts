/** What a replay reads: the stored entries of the centres whose figures the viewer may see, place by place. */
import { createHash } from 'node:crypto';
import { isCentre, type PortalPlace } from '@denba/portal/place/place-tree';
import { readPlacesBelow } from '@denba/portal/place/read-places';
import type { PortalTables } from '@denba/portal/portal-tables';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

export type Scope = {
  readonly places: readonly PortalPlace[];
  /** Hash of the place ids: people who see the same places share a replay. */
  readonly name: string;
};

export const scopeOf = async (db: Kysely<Tables>, paths: readonly string[]): Promise<Scope> => {
  const places = (await readPlacesBelow(db.withTables<PortalTables>(), paths)).filter(isCentre);
  return { places, name: nameOf(places.map(({ id }) => id)) };
};

export const nameOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** The last position of each feed: while it stays the same, the entries that were read are current. */
export const positionsOf = async (db: Kysely<Tables>, { places }: Scope): Promise<readonly string[]> => {
  const positions: string[] = [];
  for (const { id } of places) {
    const feed = await db
      .selectFrom('place_feed')
      .select('last_position')
      .where('place_id', '=', id)
      .executeTakeFirst();
    positions.push(String(feed?.last_position ?? 0));
  }
  return positions;
};

const PAGE = 1_000;

export const bodiesOf = async (db: Kysely<Tables>, place: string): Promise<readonly Uint8Array[]> => {
  const bodies: Uint8Array[] = [];
  for (let after = '0'; ; ) {
    const rows = await db
      .selectFrom('entry')
      .select(['position', 'body'])
      .where('place_id', '=', place)
      .where('position', '>', after)
      .orderBy('position')
      .limit(PAGE)
      .execute();
    for (const { body } of rows) bodies.push(body);
    const last = rows.at(-1)?.position;
    if (last === undefined || last === null) return bodies;
    after = last;
  }
};

/** The ids under which the phones of a place record: a centre may have recorded under another one before it joined. */
export const namesOf = async (db: Kysely<Tables>, place: string): Promise<readonly string[]> => {
  const phones = await db.selectFrom('device').select('facility').where('place_id', '=', place).execute();
  return [...new Set([place, ...phones.map(({ facility }) => facility)])];
};
