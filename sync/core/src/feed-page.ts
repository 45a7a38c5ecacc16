/**
 * A page of the feed of a place: what stands behind a position. Whoever reads on shows the mark of what she read last; a
 * server that was put back from a backup numbers otherwise, and says so instead of leaving something out.
 *
 * A mark names an entry and when it was received. The entry alone would not do: after a backup was put back, phones send
 * again in another order, and the very entry can come to stand under the very number that it had, behind others.
 */
import type { EntryHash } from '@denba/records/entry';

export type FeedQuestion = {
  /** 0: from the beginning. */
  readonly after: number;
  /** Mark of the entry at `after`, or (from a phone of before marks) its hash; `null`: not known, and not asked. */
  readonly seen: string | null;
  readonly limit: number;
  /** `null`: not said. */
  readonly held: HeldLog | null;
};

/**
 * What the device that asks has of its own log: all up to this number, the entry there having this hash. Where the feed
 * has that very entry, the chain of hashes says that those before it are the same too, and none of them is sent back.
 */
export type HeldLog = { readonly seq: number; readonly hash: EntryHash };

export const PAGE = 1_000;

/** `receivedMs`: by the server's clock, milliseconds since 1970. */
export type FeedRow = {
  readonly position: number;
  readonly hash: EntryHash;
  readonly receivedMs: number;
  /** Whether it counts as read and is not sent: the device that asks has it. */
  readonly isHeld: boolean;
};

export type PageOfRows<Row> = {
  readonly rows: readonly Row[];
  readonly next: number;
  /** Of the entry at `next`; `null` when there is none. */
  readonly mark: string | null;
  readonly more: boolean;
};

/** How a held log is written in a question: `12-` and the hash. */
export const HELD = /^[1-9]\d{0,14}-[0-9a-f]{64}$/;

export const heldToText = ({ seq, hash }: HeldLog): string => `${seq}-${hash}`;

/** `text`: as `HELD`. */
export const parseHeld = (text: string): HeldLog => {
  const [seq = '', hash = ''] = text.split('-');
  return { seq: Number(seq), hash: hash as EntryHash };
};

/** How a mark or a hash is written. */
export const MARK = /^[0-9a-f]{64}(-[0-9a-z]{1,12})?$/;

/** How many rows from `after` on a store must hand over: the one that was seen, a page, and one to know of more. */
export const rowsWanted = ({ limit }: FeedQuestion): number => Math.min(limit, PAGE) + 2;

/**
 * `rows`: in order, from position `after` on. Of those that are held, a store may leave out all but the one at `after` and
 * the last of the feed; that one it must hand over in its turn, so that all before it counts as read. `null`: the entry at
 * `after` is another one, or is not there.
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
