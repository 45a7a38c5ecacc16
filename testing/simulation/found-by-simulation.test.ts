/**
 * Faults that schedules found, each reproduced with as few acts as possible. The seeds are those of the day on which
 * they were found.
 */
import type { SaveDraft } from '@denba/device/device';
import { describe, expect, it } from 'vitest';
import { checkReplicas } from './check-replicas.ts';
import { comeToRest, goodWeather } from './come-to-rest.ts';
import * as drafts from './drafts.ts';
import { meet } from './meet.ts';
import { record } from './record.ts';
import { lightPhones } from './run-schedule.ts';
import { copyOf } from './server-state.ts';
import { createWorld, type World, type WorldPhone } from './world.ts';

/** phone-1 and phone-2 are in Kati, phone-3 and phone-4 in Sanankoroba, phone-5 is in Koulikoro. */
const story = async () => {
  const world = await createWorld({ seed: 'told by hand', ...lightPhones });
  const phone = (number: number): WorldPhone => {
    const found = world.phones[number - 1];
    if (found === undefined) throw new RangeError(`no phone ${number}`);
    return found;
  };
  return {
    world,
    saves: (number: number, draft: SaveDraft) => record(world, phone(number), draft),
    meets: async (number: number) => {
      world.passTime(60_000);
      expect((await meet(world, phone(number), goodWeather(world)))?.trouble).toBeNull();
    },
    ends: () => endsWell(world),
  };
};

const endsWell = async (world: World): Promise<void> => {
  await comeToRest(world);
  await checkReplicas(world);
};

describe('what schedules found stays mended', () => {
  it('two circles of one family become one when a referral joins them (seed 6)', async () => {
    const { saves, meets, ends } = await story();
    await saves(1, drafts.registration('keita'));
    await saves(3, drafts.visit('keita', 3000));
    await saves(3, drafts.referral('keita', 'koulikoro'));
    await meets(3);
    await saves(1, drafts.referral('keita', 'sanankoroba'));
    await meets(1);
    await saves(1, drafts.visit('keita', 3200));
    await ends();
  });

  it('one bundle that refers a family to two places makes one circle of three', async () => {
    const { saves, meets, ends } = await story();
    await saves(1, drafts.registration('keita'));
    await saves(1, drafts.referral('keita', 'sanankoroba'));
    await saves(1, drafts.referral('keita', 'koulikoro'));
    await meets(1);
    await saves(5, drafts.visit('keita', 3000));
    await meets(5);
    await ends();
  });

  it('a merge that arrives by referral where the other family is known already stops nobody (seed 11)', async () => {
    const { saves, meets, ends } = await story();
    await saves(3, drafts.registration('diallo'));
    await meets(3);
    await saves(1, drafts.registration('keita'));
    await saves(1, drafts.merge('keita', 'diallo', 'keita'));
    await saves(1, drafts.referral('keita', 'sanankoroba'));
    await meets(1);
    await saves(3, drafts.visit('diallo', 3000));
    await meets(3);
    await ends();
  });

  it('a merge that comes before the other family counts both as one once that has come (seed 1005)', async () => {
    const { saves, meets, ends } = await story();
    await saves(1, drafts.merge('diallo', 'diallo', 'keita'));
    await meets(1);
    await saves(2, drafts.registration('keita'));
    await meets(2);
    await ends();
  });

  it('after a backup was put back, the same entry under the same number hides nothing behind it (seed 719)', async () => {
    const { world, saves, meets, ends } = await story();
    const backup = copyOf(world.server.state());
    await saves(1, drafts.registration('keita'));
    await saves(5, drafts.referral('diallo', 'kati'));
    for (const number of [1, 5, 2]) await meets(number);
    world.server.restore(backup);
    // The feed of Kati held keita and diallo before the restore. Now it gets traore and diallo, and phone-2 has already
    // read up to diallo.
    await saves(3, drafts.referral('traore', 'kati'));
    for (const number of [3, 5, 2]) await meets(number);
    await ends();
  });
});
