import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

let folder = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'denba-lock-'));
  lock = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('one waits for another who has been busy for so long that it touched nothing', async () => {
  const order: string[] = [];
  let finish = (): void => {};
  const first = oneAtATime(lock, async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    order.push('first');
  });
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, longAgo, longAgo);
  const second = oneAtATime(lock, async () => order.push('second'));
  await pause(700);
  expect(order).toEqual([]);
  finish();
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
  expect(readdirSync(folder)).toEqual([]);
});

it('the lock of a process that is gone is taken over, by one alone', async () => {
  const gone = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));
  writeFileSync(lock, `${gone} killed`);
  let working = 0;
  let most = 0;
  const work = () =>
    oneAtATime(lock, async () => {
      working += 1;
      most = Math.max(most, working);
      await pause(20);
      working -= 1;
    });
  await Promise.all(Array.from({ length: 5 }, work));
  expect(most).toBe(1);
});

it('the lock of a process whose number another has now is not waited for all day', async () => {
  writeFileSync(lock, `${process.pid} of before the restart`);
  const before = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(lock, before, before);
  expect(await oneAtATime(lock, async () => 'built')).toBe('built');
});

it('work that fails leaves no lock', async () => {
  const failing = () => Promise.reject(new Error('no room'));
  await expect(oneAtATime(lock, failing)).rejects.toThrow('no room');
  expect(await oneAtATime(lock, async () => 'done')).toBe('done');
});
