/**
 * Gathers pages of the feed that are stored together, so that a family with entries on several of them is folded only
 * once.
 */
import type { FeedEnd } from '@denba/sync/wire';
import type { PullAnswer, PullQuestion, Server } from './server.ts';

export type FeedPlace = Pick<PullQuestion, 'after' | 'seen'>;

export type Gathered = {
  readonly entries: readonly unknown[];
  /** The end line of the last page; `null`: no page came. */
  readonly end: FeedEnd | null;
  /** The answer that came instead of the next page; `null`: the limit was reached, or nothing more is to be read. */
  readonly cut: Exclude<PullAnswer, { readonly kind: 'page' }> | null;
};

/**
 * After this time the pages are stored: on a slow line each page is stored as it comes, and is not lost with the
 * battery.
 */
const QUICK_MS = 4_000;

/** Reads up to `most` pages; after each, no more when there are `enough`. */
export const gatherPages = async (
  { server, wallMs }: { readonly server: Pick<Server, 'pull'>; readonly wallMs: () => number },
  from: Omit<PullQuestion, 'clockMs'>,
  most: number,
  enough: () => boolean,
): Promise<Gathered> => {
  const entries: unknown[] = [];
  let end: FeedEnd | null = null;
  const start = wallMs();
  const goesOn = (pages: number): boolean => pages < most && !enough() && wallMs() - start < QUICK_MS;
  for (let question = from, pages = 0; pages === 0 || goesOn(pages); pages += 1) {
    const page = await server.pull({ ...question, clockMs: wallMs() });
    if (page.kind !== 'page') return { entries, end, cut: page };
    for (const { entry } of page.lines) entries.push(entry);
    end = page.end;
    if (!end.more) break;
    question = { ...question, ...placeAfter(end) };
  }
  return { entries, end, cut: null };
};

export const placeAfter = ({ next, mark }: FeedEnd): FeedPlace => ({ after: next, seen: mark ?? null });
