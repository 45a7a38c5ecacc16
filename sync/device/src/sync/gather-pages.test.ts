import { describe, expect, it } from 'vitest';
import { gatherPages } from './gather-pages.ts';
import type { PullQuestion } from './server.ts';

const from = { after: 0, seen: null, held: null };

/** A server with `count` pages of one entry each. `pageMs`: how long each takes by the clock of the phone. */
const serverOf = (count: number, pageMs = 1) => {
  let now = 0;
  const asked: number[] = [];
  const pull = async ({ after }: PullQuestion) => {
    now += pageMs;
    asked.push(after);
    const next = after + 1;
    const end = { next, mark: `mark ${next}`, more: next < count, acknowledged: 0, serverMs: 0 };
    return { kind: 'page', lines: [{ position: next, entry: next }], end } as const;
  };
  return { asked, parties: { server: { pull }, wallMs: () => now } };
};

const never = () => false;

describe('pages that are stored together', () => {
  it('are as many as may be held in memory', async () => {
    const { parties, asked } = serverOf(9);
    const { entries, end } = await gatherPages(parties, from, 3, never);
    expect(entries).toEqual([1, 2, 3]);
    expect(end).toMatchObject({ next: 3, more: true });
    expect(asked).toEqual([0, 1, 2]);
  });

  it('end with the feed', async () => {
    expect((await gatherPages(serverOf(2).parties, from, 5, never)).entries).toEqual([1, 2]);
  });

  it('are no more once those before them are stored, so that the phone never waits with nothing to store', async () => {
    const { parties, asked } = serverOf(9);
    expect((await gatherPages(parties, from, 5, () => asked.length === 2)).entries).toEqual([1, 2]);
    // At least one: the next step needs something to store.
    expect((await gatherPages(parties, from, 5, () => true)).entries).toEqual([1]);
  });

  it('are stored one by one on a line where each takes seconds', async () => {
    expect((await gatherPages(serverOf(9, 5_000).parties, from, 5, never)).entries).toEqual([1]);
  });
});
