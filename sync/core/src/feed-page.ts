/**
 * One page of a place's feed: the rows after a position. The reader sends back the mark of the last row that it read. A
 * server that was restored from a backup numbers its rows differently; the mark shows this, and the server reports it
 * instead of leaving rows out.
 *
 * A mark names an entry and when it was received. The hash of the entry would not be enough: after a backup was
 * restored, phones send again in another order, and the same entry can get the same number as before while other
 * entries stand before it.
 */
import type { EntryHash } from '@denba/records/entry';

export type FeedQuestion = {
  /** The position after which the page begins; 0: from the beginning. */
  readonly after: number;
  /**
   * Mark of the entry at `after`, or its hash (from a phone older than marks); `null`: the caller does not know it, and
   * it is not checked.
   */
  readonly seen: string | null;
  readonly limit: number;
  /** What the device holds of its own log; `null`: the device did not say. */
  readonly held: HeldLog | null;
};

/**
 * The part of its own log that the asking device holds: everything up to the number `seq`, whose entry has this hash.
 * If the feed has the same entry, the hash chain proves that the earlier ones are the same too, and none of them is
 * sent back.
 */
export type HeldLog = { readonly seq: number; readonly hash: EntryHash };

export const PAGE = 1_000;

/** `receivedMs`: when the server received the entry, by its own clock, in milliseconds since 1970. */
export type FeedRow = {
  readonly position: number;
  readonly hash: EntryHash;
  readonly receivedMs: number;
  /** The asking device has this entry already: it counts as read and is not sent. */
  readonly isHeld: boolean;
};

export type PageOfRows<Row> = {
  readonly rows: readonly Row[];
  readonly next: number;
  /** Mark of the entry at `next`; `null` when there is none. */
  readonly mark: string | null;
  readonly more: boolean;
};

/** The format of a held log in a request: sequence number, hyphen, hash. */
export const HELD = /^[1-9]\d{0,14}-[0-9a-f]{64}$/;

export const heldToText = ({ seq, hash }: HeldLog): string => `${seq}-${hash}`;

/** `text` must match `HELD`. */
export const parseHeld = (text: string): HeldLog => {
  const [seq = '', hash = ''] = text.split('-');
  return { seq: Number(seq), hash: hash as EntryHash };
};

/** The format of a mark (hash, hyphen, time in base 36) or of a hash alone. */
export const MARK = /^[0-9a-f]{64}(-[0-9a-z]{1,12})?$/;

/**
 * How many rows, beginning with the one at `after`, a store must return: the row read last, a page, and one more to
 * know whether anything follows.
 */
export const rowsWanted = ({ limit }: FeedQuestion): number => Math.min(limit, PAGE) + 2;

/**
 * `rows`: sorted by position, beginning with `after`. A store may leave out rows that the device holds, except the one
 * at `after` and the last one of the feed; it must return that last one in its place, so that everything before it
 * counts as read. Returns `null` when the entry at `after` is another one than was read, or does not exist.
 */
export const feedPage = <Row extends FeedRow>(
  rows: readonly Row[],
  { after, seen, limit }: FeedQuestion,
): PageOfRows<Row> | null => {
  const at = rows.find(({ position }) => position === after);
  if (after > 0 && (at === undefined || !isSeen(at, seen))) return null;
  const behind = rows.filter((row) => row !== at);
  const page = behind.slice(0, Math.min(limit, PAGE));
  const last = page.at(-1) ?? at;
  return {
    rows: page.filter(({ isHeld }) => !isHeld),
    next: page.at(-1)?.position ?? after,
    more: behind.length > page.length,
    mark: last === undefined ? null : markOf(last),
  };
};

const isSeen = (row: FeedRow, seen: string | null): boolean =>
  seen === null || seen === markOf(row) || seen === row.hash;

const markOf = ({ hash, receivedMs }: FeedRow): string => `${hash}-${receivedMs.toString(36)}`;
