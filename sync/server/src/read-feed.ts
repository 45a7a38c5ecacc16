/**
 * A page of the feed of a place, as text that can be sent unchanged. `feed-page.ts` decides what is on the page, and
 * whether the feed is still the one that was read so far.
 */
import type { EntryHash } from '@denba/records/entry';
import { type FeedQuestion, feedPage, type HeldLog, rowsWanted } from '@denba/sync/feed-page';
import type { FeedEnd, FeedLine } from '@denba/sync/wire';
import type { Kysely } from 'kysely';
import { acknowledged } from './acknowledged.ts';
import { fromBody } from './body.ts';
import type { SyncTables } from './tables.ts';

export type FeedPage = {
  readonly lines: readonly FeedLine[];
  readonly end: FeedEnd;
  /** Number of lines of each family. */
  readonly families: ReadonlyMap<string, number>;
};

/**
 * Returns `null` when the entry at `after` is another one than was read, or does not exist. `id`: the asking device,
 * whose log the answer acknowledges.
 */
export const readFeed = async (
  db: Kysely<SyncTables>,
  { id: device, place }: { readonly id: string; readonly place: string },
  question: FeedQuestion,
  now: Date,
): Promise<FeedPage | null> => {
  const { after, held } = question;
  // Entries of the device up to this number need not be sent back to it.
  const heldUpTo = held !== null && (await hasEntry(db, place, device, held)) ? held.seq : 0;
  const rows = await db
    .selectFrom('entry')
    .select(['position', 'device_id', 'seq', 'hash', 'received_at', 'family', 'body'])
    .where('place_id', '=', place)
    .where('position', '>=', String(after))
    .$if(heldUpTo > 0, (query) =>
      query.where((where) =>
        where.or([
          where('position', '=', String(after)),
          where('device_id', '<>', device),
          where('seq', '>', String(heldUpTo)),
          // The last entry of the feed, whoever wrote it; in the same statement, so that none can be added in between.
          where('position', '=', where.selectFrom('place_feed').select('last_position').where('place_id', '=', place)),
        ]),
      ),
    )
    .orderBy('position')
    .limit(rowsWanted(question))
    .execute();
  const page = feedPage(
    rows.map(({ position, device_id, seq, hash, received_at, family, body }) => ({
      position: Number(position),
      hash: hash.toString('hex') as EntryHash,
      receivedMs: received_at.getTime(),
      isHeld: device_id === device && Number(seq) <= heldUpTo,
      family,
      body,
    })),
    question,
  );
  if (page === null) return null;
  const families = new Map<string, number>();
  for (const { family } of page.rows) families.set(family, (families.get(family) ?? 0) + 1);
  return {
    families,
    lines: page.rows.map(({ position, body }) => ({ position, entry: fromBody(body) })),
    end: {
      next: page.next,
      mark: page.mark,
      more: page.more,
      acknowledged: await acknowledged(db, place, device),
      serverMs: now.getTime(),
    },
  };
};

const hasEntry = async (
  db: Kysely<SyncTables>,
  place: string,
  device: string,
  { seq, hash }: HeldLog,
): Promise<boolean> => {
  const row = await db
    .selectFrom('entry')
    .select('position')
    .where('place_id', '=', place)
    .where('device_id', '=', device)
    .where('seq', '=', String(seq))
    .where('hash', '=', Buffer.from(hash, 'hex'))
    .executeTakeFirst();
  return row !== undefined;
};
