/**
 * A page of the feed of a place: what stands behind a position. Whoever reads on shows what she read last; a server that
 * was put back from a backup numbers otherwise, and says so instead of leaving something out.
 */
import type { EntryHash } from '@denba/records/entry';

export type FeedQuestion = {
  /** 0: from the beginning. */
  readonly after: number;
  /** Hash of the entry at `after`; `null`: not known, and not asked. */
  readonly seen: string | null;
  readonly limit: number;
};

export const PAGE = 1_000;

export type FeedRow = { readonly position: number; readonly hash: EntryHash };

export type PageOfRows<Row> = { readonly rows: readonly Row[]; readonly next: number; readonly more: boolean };

/** How many rows from `after` on a store must hand over: the one that was seen, a page, and one to know of more. */
export const rowsWanted = ({ limit }: FeedQuestion): number => Math.min(limit, PAGE) + 2;

/** `rows`: in order, from position `after` on. `null`: the entry at `after` is another one, or is not there. */
export const feedPage = <Row extends FeedRow>(
  rows: readonly Row[],
  { after, seen, limit }: FeedQuestion,
): PageOfRows<Row> | null => {
  const at = rows.find(({ position }) => position === after);
  if (after > 0 && (at === undefined || (seen !== null && at.hash !== seen))) return null;
  const behind = rows.filter((row) => row !== at);
  const page = behind.slice(0, Math.min(limit, PAGE));
  return { rows: page, next: page.at(-1)?.position ?? after, more: behind.length > page.length };
};
