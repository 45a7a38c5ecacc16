/**
 * The road from one phone to the server, with the faults that roads have: nothing goes out, the answer is lost or cut, the
 * question arrives twice or much later, and other things happen while it is under way.
 */
import type { PullAnswer, PushAnswer, Server } from '@denba/device/sync/server';
import type { Random } from '@denba/scenario/random';
import { type Life, newLife } from './mortal.ts';
import type { SimulatedServer } from './simulated-server.ts';

export type Weather = {
  readonly random: Random;
  /** In good weather everything arrives, once. */
  readonly good: boolean;
  /** Other things may happen now, and be done before this resolves. */
  readonly meanwhile: () => Promise<void>;
  /** A copy that stays on the way. */
  readonly keepCopy: (bundle: string) => void;
};

type Given = {
  readonly device: string;
  readonly server: SimulatedServer;
  /** Of the app that asks: nothing reaches it once it is over. */
  readonly life: Life;
  readonly weather: Weather;
};

const offline = { kind: 'offline' } as const;

export const networkTo = ({ device, server, life, weather }: Given): Pick<Server, 'push' | 'pull'> => {
  const { random, good, meanwhile } = weather;
  const travel = async <Answer extends PushAnswer | PullAnswer>(ask: () => Promise<Answer>) => {
    if (good) return ask();
    if (random.chance(0.07)) return offline;
    await meanwhile();
    const first = await ask();
    const answer = random.chance(0.1) ? await ask() : first;
    await meanwhile();
    // A cut answer is no JSON, and read as an answer of something on the way.
    return random.chance(0.1) ? (random.chance(0.5) ? offline : ({ kind: 'busy' } as const)) : answer;
  };
  const serverLife = (): Life => {
    const its = newLife();
    if (!good && random.chance(0.06)) its.endAfter(random.whole(14), random.chance(0.5) ? 'before' : 'after');
    return its;
  };
  return {
    push: (bundle) =>
      life.step(() => {
        if (!good && random.chance(0.12)) weather.keepCopy(bundle);
        return travel<PushAnswer>(() => server.push(bundle, serverLife()));
      }),
    pull: (question) => life.step(() => travel<PullAnswer>(() => server.pull(device, question))),
  };
};
