/** Runs one schedule: the acts that the seed determines, then syncs until nothing is new, then the checks. */
import type { Random } from '@denba/scenario/random';
import { nextAct } from './acts.ts';
import { givesOrReceives } from './between-phones.ts';
import { checkReplicas } from './check-replicas.ts';
import { comeToRest } from './come-to-rest.ts';
import { lightPhone } from './light-phone.ts';
import { type Life, newLife } from './mortal.ts';
import { isSignedByDevice } from './simulated-signature.ts';
import { createWorld, type WorldSettings } from './world.ts';

export type ScheduleResult = {
  /** What went wrong; `null`: nothing. */
  readonly problem: string | null;
  /** What happened, in order. */
  readonly story: readonly string[];
  readonly acts: number;
  readonly entries: number;
};

export type ScheduleSettings = Pick<WorldSettings, 'hardware' | 'isSigned' | 'betweenPhones'>;

/** The life of the server while it folds. */
const lifeOf = (random: Random): Life => {
  const life = newLife();
  if (random.chance(0.3)) life.endAfter(random.whole(8), random.chance(0.5) ? 'before' : 'after');
  return life;
};

export const lightPhones: ScheduleSettings = { hardware: lightPhone, isSigned: isSignedByDevice };

/** `most`: the maximum number of acts, for finding the act that causes a problem. */
export const runSchedule = async (
  seed: string | number,
  settings: ScheduleSettings = lightPhones,
  most = Number.POSITIVE_INFINITY,
): Promise<ScheduleResult> => {
  const world = await createWorld({ seed, ...settings });
  const acts = Math.min(most, 8 + world.random.fork('length').whole(42));
  let problem: string | null = null;
  try {
    const folding = world.random.fork('folding');
    for (let act = 0; act < acts; act += 1) {
      await nextAct(world);
      if (folding.chance(0.4)) await world.server.foldAll(lifeOf(folding));
      if (settings.betweenPhones === true) await givesOrReceives(world);
    }
    await comeToRest(world);
    await checkReplicas(world);
  } catch (failure) {
    problem = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  }
  return { problem, story: world.story, acts, entries: world.promised.length };
};
