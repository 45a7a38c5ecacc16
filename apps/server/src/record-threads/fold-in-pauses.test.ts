import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FoldInPauses, foldInPauses } from './fold-in-pauses.ts';

const NOW = new Date('2026-11-26T09:00:00Z');

let asked: number;
/** Of each call, whether it was made in a pause. */
let inPauses: (boolean | undefined)[];
let isEnough: boolean;
let logged: unknown[];
let foldPending: () => Promise<boolean>;
let pauses: FoldInPauses;
beforeEach(() => {
  vi.useFakeTimers();
  [asked, inPauses, logged] = [0, [], []];
  foldPending = async () => false;
  pauses = foldInPauses(
    (_at, how) => {
      asked += 1;
      inPauses.push(how?.inPause);
      return foldPending();
    },
    (is) => {
      isEnough = is;
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
  await pass(190);
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

it('a pause ends when a bundle comes, however soon the one before was answered', async () => {
  void bundle(50);
  await pass(100);
  void bundle(70);
  await pass(160);
  expect(asked).toBe(0);
  await pass(20);
  expect(asked).toBe(1);
});

it('whatever the pauses were too short for is folded after ten seconds, beside bundles', async () => {
  foldPending = () => new Promise((resolve) => setTimeout(resolve, 20, true));
  for (let at = 0; at < 10_500; at += 250) setTimeout(() => void bundle(100), at);
  await pass(9_900);
  expect(inPauses.length).toBeGreaterThan(10);
  expect(inPauses).not.toContain(false);
  await pass(300);
  expect(inPauses.filter((inPause) => inPause === false)).toHaveLength(1);
  foldPending = async () => false;
  await pass(1_000);
});

it('the ten seconds count also when they end while a pause is still used', async () => {
  let finish = (_more: boolean): void => {};
  foldPending = () => new Promise((resolve) => (finish = resolve));
  void bundle(10);
  await pass(11_000);
  expect(inPauses).toEqual([true]);
  void bundle(10);
  finish(true);
  await pass(1);
  expect(inPauses).toEqual([true, false]);
  foldPending = async () => false;
  finish(false);
});

it('folding ends when a bundle comes into its pause', async () => {
  foldPending = () => new Promise((resolve) => setTimeout(resolve, 500, false));
  void bundle(10);
  await pass(120);
  expect([inPauses, isEnough]).toEqual([[true], false]);
  void bundle(10);
  expect(isEnough).toBe(true);
  await pass(1_500);
});

it('folding beside bundles ends when they pause, and goes on at once by every thread', async () => {
  const ends: (() => void)[] = [];
  foldPending = () => new Promise((resolve) => ends.push(() => resolve(true)));
  for (let at = 0; at < 10_500; at += 50) setTimeout(() => void bundle(60), at);
  await pass(10_400);
  expect([inPauses, isEnough]).toEqual([[false], false]);
  await pass(300);
  expect([inPauses, isEnough]).toEqual([[false], true]);
  ends[0]?.();
  await pass(1);
  expect([inPauses, isEnough]).toEqual([[false, true], false]);
  foldPending = async () => false;
  ends[1]?.();
  await pass(10);
});

it('goes on until nothing is left', async () => {
  let left = 3;
  foldPending = async () => {
    left -= 1;
    return left > 0;
  };
  void bundle(10);
  await pass(120);
  expect(asked).toBe(3);
});

it('does not go on in a pause that a bundle has ended', async () => {
  foldPending = () => new Promise((resolve) => setTimeout(resolve, 50, true));
  void bundle(10);
  await pass(130);
  void bundle(10);
  await pass(100);
  expect(asked).toBe(1);
  await pass(30);
  expect(asked).toBe(2);
  foldPending = async () => false;
  await pass(50);
});

it('tries again later what failed, and says so', async () => {
  foldPending = () => Promise.reject(new Error('no database'));
  void bundle(10);
  await pass(120);
  expect([asked, logged]).toEqual([1, [{ kind: 'folding', what: 'no database' }]]);
  foldPending = async () => false;
  await pass(10_000);
  expect(asked).toBe(2);
  await pass(60_000);
  expect(asked).toBe(2);
});

it('folds also what came in a bundle that failed after it was kept', async () => {
  await expect(pauses.during(Promise.reject(new Error('the line broke')))).rejects.toThrow('the line broke');
  await pass(110);
  expect(asked).toBe(1);
});

it('waits for what is under way when it ends, and begins nothing more', async () => {
  let finish = (_more: boolean): void => {};
  foldPending = () => new Promise((resolve) => (finish = resolve));
  void bundle(10);
  await pass(120);
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
