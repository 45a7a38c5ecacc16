import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FoldInPauses, foldInPauses } from './fold-in-pauses.ts';

const NOW = new Date('2026-11-26T09:00:00Z');

let asked: number;
let logged: unknown[];
let foldPending: () => Promise<boolean>;
let pauses: FoldInPauses;
beforeEach(() => {
  vi.useFakeTimers();
  [asked, logged] = [0, []];
  foldPending = async () => false;
  pauses = foldInPauses(
    () => {
      asked += 1;
      return foldPending();
    },
    () => NOW,
    (line) => logged.push(line),
  );
});
afterEach(async () => {
  await pauses.end();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const bundle = (ms: number) => pauses.during(new Promise<void>((resolve) => setTimeout(resolve, ms)));

it('nothing is folded before a bundle came', async () => {
  await pass(60_000);
  expect(asked).toBe(0);
});

it('folds once, in the pause after a bundle', async () => {
  void bundle(100);
  await pass(110);
  expect(asked).toBe(0);
  await pass(20);
  expect(asked).toBe(1);
  await pass(60_000);
  expect(asked).toBe(1);
});

it('waits while another bundle is being taken in, and folds every ten seconds when there is no pause', async () => {
  const from = 50;
  for (let at = 0; at < 440; at += 1) setTimeout(() => void bundle(from), at * from);
  await pass(9_900);
  expect(asked).toBe(0);
  await pass(200);
  expect(asked).toBe(1);
  await pass(10_000);
  expect(asked).toBe(2);
});

it('goes on until nothing is left', async () => {
  let left = 3;
  foldPending = async () => {
    left -= 1;
    return left > 0;
  };
  void bundle(10);
  await pass(200);
  expect(asked).toBe(3);
});

it('tries again later what failed, and says so', async () => {
  foldPending = () => Promise.reject(new Error('no database'));
  void bundle(10);
  await pass(100);
  expect([asked, logged]).toEqual([1, [{ kind: 'folding', what: 'no database' }]]);
  foldPending = async () => false;
  await pass(10_000);
  expect(asked).toBe(2);
  await pass(60_000);
  expect(asked).toBe(2);
});

it('folds also what came in a bundle that failed after it was kept', async () => {
  await expect(pauses.during(Promise.reject(new Error('the line broke')))).rejects.toThrow('the line broke');
  await pass(100);
  expect(asked).toBe(1);
});

it('waits for what is under way when it ends, and begins nothing more', async () => {
  let finish = (_more: boolean): void => {};
  foldPending = () => new Promise((resolve) => (finish = resolve));
  void bundle(10);
  await pass(100);
  let over = false;
  const end = pauses.end().then(() => {
    over = true;
  });
  await pass(1_000);
  expect(over).toBe(false);
  finish(true);
  await end;
  await pass(60_000);
  expect(asked).toBe(1);
});
