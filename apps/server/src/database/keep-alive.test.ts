import { expect, it, vi } from 'vitest';
import { keepAlive } from './keep-alive.ts';

it('waits twice as long after each start that fails, and as at first after one that does not', async () => {
  vi.useFakeTimers();
  const [told, alive]: [(string | null)[], Set<number>] = [[], new Set([0])];
  let tries = 0;
  const kept = keepAlive(0, {
    isAlive: (process) => alive.has(process),
    start: async () => {
      tries += 1;
      if (tries < 4) throw new Error(`try ${tries}`);
      alive.add(tries);
      return tries;
    },
    told: ({ failure }) => told.push(failure),
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([]);
  alive.delete(0);
  const triesAfter: number[] = [];
  for (const waitedMs of [1_000, 1_000, 1_000, 3_999, 1, 8_000]) {
    await vi.advanceTimersByTimeAsync(waitedMs);
    triesAfter.push(tries);
  }
  expect(triesAfter).toEqual([1, 1, 2, 2, 3, 4]);
  expect(told).toEqual(['try 1', 'try 2', 'try 3', null]);
  expect(kept.current()).toBe(4);
  alive.delete(4);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(kept.current()).toBe(5);
  await kept.stop();
  alive.delete(5);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tries).toBe(5);
  vi.useRealTimers();
});
