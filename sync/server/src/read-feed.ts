/** A page of the feed of a place: entries after a position, as text that can be sent as it is. */
import type { FeedEnd, FeedLine } from '@denba/sync/wire';
import type { Kysely } from 'kysely';
import { fromBody } from './body.ts';
import type { SyncTables } from './tables.ts';

export type FeedPage = { readonly lines: readonly FeedLine[]; readonly end: FeedEnd };

export const PAGE = 1_000;

/** `after` 0: from the beginning. `limit` at most `PAGE`. */
export const readFeed = async (
  db: Kysely<SyncTables>,
  place: string,
  after: number,
  limit: number,
  now: Date,
): Promise<FeedPage> => {
  const rows = await db
    .selectFrom('entry')
    .select(['position', 'body'])
    .where('place_id', '=', place)
    .where('position', '>', String(after))
    .orderBy('position')
    .limit(Math.min(limit, PAGE) + 1)
    .execute();
  const page = rows.slice(0, Math.min(limit, PAGE));
  const lines = page.map(({ position, body }) => ({ position: Number(position), entry: fromBody(body) }));
  return {
    lines,
    end: { next: lines.at(-1)?.position ?? after, more: rows.length > page.length, serverMs: now.getTime() },
  };
};
