/** One schedule: what the seed says happens, then quiet until everybody has met the server, then the reckoning. */
import { nextAct } from './acts.ts';
import { givesOrReceives } from './between-phones.ts';
import { checkReplicas } from './check-replicas.ts';
import { comeToRest } from './come-to-rest.ts';
import { lightPhone } from './light-phone.ts';
import { isSignedByDevice } from './simulated-signature.ts';
import { createWorld, type WorldSettings } from './world.ts';

export type ScheduleResult = {
  /** `null`: all was as it must be. */
  readonly problem: string | null;
  /** What happened, in order. */
  readonly story: readonly string[];
  readonly acts: number;
  readonly entries: number;
};

export type ScheduleSettings = Pick<WorldSettings, 'hardware' | 'isSigned' | 'betweenPhones'>;

export const lightPhones: ScheduleSettings = { hardware: lightPhone, isSigned: isSignedByDevice };

/** `most`: no more acts than that, to find the one that did it. */
export const runSchedule = async (
  seed: string | number,
  settings: ScheduleSettings = lightPhones,
  most = Number.POSITIVE_INFINITY,
): Promise<ScheduleResult> => {
  const world = await createWorld({ seed, ...settings });
  const acts = Math.min(most, 8 + world.random.fork('length').whole(42));
  let problem: string | null = null;
  try {
    for (let act = 0; act < acts; act += 1) {
      await nextAct(world);
      if (settings.betweenPhones === true) await givesOrReceives(world);
    }
    await comeToRest(world);
    await checkReplicas(world);
  } catch (failure) {
    problem = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  }
  return { problem, story: world.story, acts, entries: world.promised.length };
};
