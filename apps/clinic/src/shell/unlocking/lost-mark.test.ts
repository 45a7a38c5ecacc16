import { expect, it } from 'vitest';
import { isMarkedLost, markLost } from './lost-mark.ts';

/** The clear storage of a phone, with the number of writes to it. */
const phone = () => {
  const kept = new Map<string, string>();
  let writes = 0;
  return {
    writes: () => writes,
    preference: {
      get: (name: string) => kept.get(name) ?? null,
      set: async (name: string, value: string) => {
        writes += 1;
        kept.set(name, value);
      },
    },
  };
};

it('a phone that was reported lost says so before anybody unlocks it, and writes it once', async () => {
  const lost = phone();
  expect(isMarkedLost(lost)).toBe(false);
  await markLost(lost);
  await markLost(lost);
  expect(isMarkedLost(lost)).toBe(true);
  expect(lost.writes()).toBe(1);
});
