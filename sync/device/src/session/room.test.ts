import { expect, it } from 'vitest';
import type { Disk } from '../surroundings.ts';
import { watchRoom } from './room.ts';

const atOnce = (work: () => Promise<void>): void => void work();

const disk = (over: Partial<Disk>): Disk => ({
  hasRoomFor: async () => null,
  estimate: async () => ({ usageBytes: null, quotaBytes: null }),
  persisted: async () => null,
  persist: async () => false,
  ...over,
});

it('is told by what can still be written, where the browser lets us try', async () => {
  const left = (bytes: number) => watchRoom(disk({ hasRoomFor: async (wanted) => wanted <= bytes }), atOnce).look();
  expect(await left(100_000_000)).toBe('enough');
  expect(await left(10_000_000)).toBe('low');
  expect(await left(1_000_000)).toBe('full');
});

it('is told by what the browser says, where we cannot try; where it says nothing, we go on', async () => {
  const left = (bytes: number) =>
    watchRoom(disk({ estimate: async () => ({ usageBytes: 1000, quotaBytes: 1000 + bytes }) }), atOnce).look();
  expect(await left(100_000_000)).toBe('enough');
  expect(await left(10_000_000)).toBe('low');
  expect(await left(1_000_000)).toBe('full');
  expect(await watchRoom(disk({}), atOnce).look()).toBe('enough');
});

it('is looked at again before each write once it is short, so that freed room is seen', async () => {
  let room = 1_000_000;
  const watched = watchRoom(disk({ hasRoomFor: async (wanted) => wanted <= room }), atOnce);
  await watched.look();
  expect(await watched.isFull()).toBe(true);
  room = 100_000_000;
  expect(await watched.isFull()).toBe(false);
});

it('keeps nobody waiting for a look while there is room, and refuses once a look found none', async () => {
  let room = 100_000_000;
  const idle: (() => Promise<void>)[] = [];
  const watched = watchRoom(disk({ hasRoomFor: async (wanted) => wanted <= room }), (work) => void idle.push(work));
  room = 1_000_000;
  expect(await watched.isFull()).toBe(false);
  await Promise.all(idle.map((work) => work()));
  expect(await watched.isFull()).toBe(true);
});
