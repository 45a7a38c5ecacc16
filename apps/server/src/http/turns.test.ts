import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { turns } from './turns.ts';

const MINUTE_MS = 60_000;

it('come in the order in which they were taken, whoever is ready first', async () => {
  const { take } = turns(MINUTE_MS);
  const [first, second, third] = [take('kati'), take('kati'), take('kati')];
  const come: string[] = [];
  const all = [
    first.come.then(() => come.push('first')),
    second.come.then(() => come.push('second')),
    third.come.then(() => come.push('third')),
  ];
  await wait(5);
  expect(come).toEqual(['first']);
  // A request that was given up ends its turn early: those after it still wait for the ones before it.
  second.end();
  await wait(5);
  expect(come).toEqual(['first']);
  first.end();
  await Promise.all(all);
  expect(come).toEqual(['first', 'second', 'third']);
});

it('of another key are not waited for', async () => {
  const { take } = turns(MINUTE_MS);
  take('kati');
  await take('nioro').come;
});

it('come after the longest wait, although the one before never ended', async () => {
  const { take } = turns(20);
  take('kati');
  await take('kati').come;
});
