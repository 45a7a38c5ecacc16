/**
 * A page of the feed of a place: entries after a position, as text that can be sent as it is. Whoever reads on shows what
 * she read last; a server that was put back from a backup numbers otherwise, and says so instead of leaving something out.
 */
import type { FeedEnd, FeedLine } from '@denba/sync/wire';
import type { Kysely } from 'kysely';
import { fromBody } from './body.ts';
import type { SyncTables } from './tables.ts';

export type FeedPage = {
  readonly lines: readonly FeedLine[];
  readonly end: FeedEnd;
  /** How many of the lines are of each family. */
  readonly families: ReadonlyMap<string, number>;
};

export type FeedQuestion = {
  /** 0: from the beginning. */
  readonly after: number;
  /** Hash of the entry at `after`; `null`: not known, and not asked. */
  readonly seen: string | null;
  readonly limit: number;
};

export const PAGE = 1_000;

/** `null`: the entry at `after` is another one, or is not there. `id`: the device that asks, for how far its log is here. */
export const readFeed = async (
  db: Kysely<SyncTables>,
  { id: device, place }: { readonly id: string; readonly place: string },
  { after, seen, limit }: FeedQuestion,
  now: Date,
): Promise<FeedPage | null> => {
  const most = Math.min(limit, PAGE);
  // From the entry that was seen last, to compare it.
  const rows = await db
    .selectFrom('entry')
    .select(['position', 'hash', 'family', 'body'])
    .where('place_id', '=', place)
    .where('position', '>=', String(after))
    .orderBy('position')
    .limit(most + 2)
    .execute();
  const at = rows.find(({ position }) => Number(position) === after);
  if (after > 0 && (at === undefined || (seen !== null && at.hash.toString('hex') !== seen))) return null;
  const behind = rows.filter((row) => row !== at);
  const page = behind.slice(0, most);
  const lines = page.map(({ position, body }) => ({ position: Number(position), entry: fromBody(body) }));
  const log = await db
    .selectFrom('device_log')
    .select('acknowledged')
    .where('place_id', '=', place)
    .where('device_id', '=', device)
    .executeTakeFirst();
  const families = new Map<string, number>();
  for (const { family } of page) families.set(family, (families.get(family) ?? 0) + 1);
  return {
    lines,
    families,
    end: {
      next: lines.at(-1)?.position ?? after,
      more: behind.length > page.length,
      acknowledged: Number(log?.acknowledged ?? 0),
      serverMs: now.getTime(),
    },
  };
};
