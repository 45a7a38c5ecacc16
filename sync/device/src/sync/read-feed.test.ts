import { err } from '@denba/quantities/result';
import type { Entry } from '@denba/records/entry';
import { describe, expect, it } from 'vitest';
import { testOptions } from '../../test/family-rows.ts';
import { otherPhone, weighings } from '../../test/other-phone.ts';
import { deviceMemory, memoryDevice } from '../memory-device.ts';
import { memoryStore } from '../store/memory-store.ts';
import type { Store } from '../store/store.ts';
import { newLink } from './link.ts';
import { linkKeeper, type Parties } from './meeting.ts';
import { readFeed } from './read-feed.ts';
import type { PullAnswer, PullQuestion } from './server.ts';

const centre = { id: 'kati', name: 'Kati' };

/** A phone and a server that has these pages, one per answer; `answer` may replace an answer. */
const meeting = async (pages: readonly (readonly unknown[])[], answer?: (asked: PullQuestion) => PullAnswer | null) => {
  const disk = memoryStore();
  let full = false;
  const write: Store['write'] = async (...what) => (full ? err({ kind: 'full' }) : disk.write(...what));
  const device = await memoryDevice(testOptions(), deviceMemory({ ...disk, write }));
  const { session } = await device.create({ centre, userName: 'Awa', pin: '246810' });
  const asked: number[] = [];
  const clocks: number[] = [];
  const stored: number[] = [];
  let underWay = 0;
  const pull = async (question: PullQuestion): Promise<PullAnswer> => {
    underWay += 1;
    await new Promise((resolve) => setTimeout(resolve, 1));
    underWay -= 1;
    asked.push(question.after);
    clocks.push(question.clockMs);
    const lines = pages[question.after] ?? [];
    const next = Math.min(pages.length, question.after + 1);
    const end = { next, mark: `mark ${next}`, more: next < pages.length, acknowledged: 0, serverMs: 0 };
    return (
      answer?.(question) ?? { kind: 'page', lines: lines.map((entry) => ({ position: question.after, entry })), end }
    );
  };
  const receive: typeof session.receive = (received) => {
    stored.push(received.length);
    return session.receive(received);
  };
  const parties: Parties = {
    session: { ...session, receive },
    server: { pull, push: async () => ({ kind: 'offline' }) },
    wallMs: () => 1_000,
  };
  const keeper = linkKeeper(parties, newLink(centre, 'token'));
  return {
    ...{
      session,
      asked,
      clocks,
      stored,
      underWay: () => underWay,
      link: keeper.link,
      read: () => readFeed(parties, keeper),
    },
    fill: () => {
      full = true;
    },
  };
};

const pagesOf = (entries: readonly Entry[]) => entries.map((entry) => [entry]);
const { entries } = weighings(otherPhone('phone-2'), ['keita', 'diallo', 'traore'], 23);

describe('reading the feed', () => {
  it('stores every page, asks for each once, and remembers the last', async () => {
    const { read, asked, clocks, link, session } = await meeting(pagesOf(entries));
    expect(await read()).toEqual({ received: 23, trouble: null });
    expect(asked).toEqual(entries.map((_, page) => page));
    // Each question says the time of the phone's clock.
    expect(new Set(clocks)).toEqual(new Set([1_000]));
    expect(link()).toMatchObject({ readUpTo: 23, seen: 'mark 23' });
    expect((await session.usage()).entries).toBe(23);
  });

  it('begins to store after three pages, and then stores what came meanwhile, never more than five', async () => {
    const { read, stored } = await meeting(pagesOf(entries));
    await read();
    expect(stored[0]).toBe(3);
    expect(Math.max(...stored)).toBeLessThanOrEqual(5);
  });

  it('keeps what came before the line broke, goes on from there, and leaves no question behind', async () => {
    for (let breaksAt = 0; breaksAt < 23; breaksAt += 1) {
      const { read, link, session, underWay } = await meeting(pagesOf(entries), ({ after }) =>
        after === breaksAt ? { kind: 'offline' } : null,
      );
      expect(await read()).toEqual({ received: breaksAt, trouble: { kind: 'offline' } });
      expect(link().readUpTo).toBe(breaksAt);
      expect((await session.usage()).entries).toBe(breaksAt);
      expect(underWay()).toBe(0);
    }
  });

  it('stores the pages before one that it cannot read, and says so', async () => {
    for (const bad of [0, 3, 4, 5, 12]) {
      const { read, link } = await meeting(
        pagesOf(entries).map((page, at) => (at === bad ? [{ ...page[0], seq: 0 }] : page)),
      );
      expect(await read()).toEqual({ received: bad, trouble: { kind: 'refused', code: 'unreadable-feed' } });
      expect(link().readUpTo).toBe(bad);
    }
  });

  it('remembers nothing that it could not store, and leaves no question behind', async () => {
    const { read, link, fill, underWay } = await meeting(pagesOf(entries));
    fill();
    expect(await read()).toEqual({ received: 0, trouble: { kind: 'full' } });
    expect(link().readUpTo).toBe(0);
    expect(underWay()).toBe(0);
  });
});
