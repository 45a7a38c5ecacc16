/**
 * A few schedules, at every check. `npm test` ends with ten thousand schedules of light phones and two hundred of real
 * devices (`simulate.ts`); `npm run simulate -- --schedules 1000000` runs as many as wanted.
 */
import { describe, expect, it } from 'vitest';
import { realPhones } from './real-phone.ts';
import { lightPhones, runSchedule, type ScheduleSettings } from './run-schedule.ts';

const failing = async (
  first: number,
  schedules: number,
  settings: () => ScheduleSettings,
): Promise<readonly string[]> => {
  const failed: string[] = [];
  for (let seed = first; seed < first + schedules; seed += 1) {
    const { problem, story } = await runSchedule(seed, settings());
    if (problem !== null) failed.push(`seed ${seed}: ${problem}\n${story.map((line) => `  ${line}`).join('\n')}`);
  }
  return failed;
};

describe('whatever happens to phones, couriers, network and server', () => {
  it('in the end everybody has what is theirs, once and unchanged, and nobody has more', async () => {
    expect(await failing(1, 150, () => lightPhones)).toEqual([]);
  }, 120_000);

  it('the device of the clinic, keys and sealing included, keeps the same promises', async () => {
    expect(await failing(1, 12, realPhones)).toEqual([]);
  }, 240_000);

  it('phones that also give each other families without the server change nothing of that', async () => {
    expect(await failing(1, 150, () => ({ ...lightPhones, betweenPhones: true }))).toEqual([]);
    expect(await failing(1, 8, () => ({ ...realPhones(), betweenPhones: true }))).toEqual([]);
  }, 240_000);

  it('a seed tells the same story every time', async () => {
    for (const seed of [7, 8, 9]) expect(await runSchedule(seed)).toEqual(await runSchedule(seed));
  });
});
