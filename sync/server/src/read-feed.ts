/** A page of the feed of a place, as text that can be sent as it is. Which page, and whether it still is the feed that was
 * read so far, is decided in `feed-page.ts`. */
import type { EntryHash } from '@denba/records/entry';
import { type FeedQuestion, feedPage, rowsWanted } from '@denba/sync/feed-page';
import type { FeedEnd, FeedLine } from '@denba/sync/wire';
import type { Kysely } from 'kysely';
import { fromBody } from './body.ts';
import type { SyncTables } from './tables.ts';

export type FeedPage = { readonly lines: readonly FeedLine[]; readonly end: FeedEnd };

/** `null`: the entry at `after` is another one, or is not there. `id`: the device that asks, for how far its log is here. */
export const readFeed = async (
  db: Kysely<SyncTables>,
  { id: device, place }: { readonly id: string; readonly place: string },
  question: FeedQuestion,
  now: Date,
): Promise<FeedPage | null> => {
  const rows = await db
    .selectFrom('entry')
    .select(['position', 'hash', 'received_at', 'body'])
    .where('place_id', '=', place)
    .where('position', '>=', String(question.after))
    .orderBy('position')
    .limit(rowsWanted(question))
    .execute();
  const page = feedPage(
    rows.map(({ position, hash, received_at, body }) => ({
      ...{
        position: Number(position),
        hash: hash.toString('hex') as EntryHash,
        receivedMs: received_at.getTime(),
        body,
      },
    })),
    question,
  );
  if (page === null) return null;
  const log = await db
    .selectFrom('device_log')
    .select('acknowledged')
    .where('place_id', '=', place)
    .where('device_id', '=', device)
    .executeTakeFirst();
  return {
    lines: page.rows.map(({ position, body }) => ({ position, entry: fromBody(body) })),
    end: {
      ...{ next: page.next, mark: page.mark, more: page.more, acknowledged: Number(log?.acknowledged ?? 0) },
      serverMs: now.getTime(),
    },
  };
};
