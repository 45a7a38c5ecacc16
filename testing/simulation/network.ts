/**
 * The connection of one phone to the server, with the faults of real networks: nothing is sent, the answer is lost or
 * cut, the question arrives twice or much later, and other acts happen in the meantime.
 */
import type { PullAnswer, PushAnswer, Server } from '@denba/device/sync/server';
import type { Random } from '@denba/scenario/random';
import { type Life, newLife } from './mortal.ts';
import type { SimulatedServer } from './simulated-server.ts';

export type Weather = {
  readonly random: Random;
  /** True: everything arrives, exactly once. */
  readonly good: boolean;
  /** Lets other acts happen; they are done when this resolves. */
  readonly meanwhile: () => Promise<void>;
  /** Keeps a copy of a bundle, which may arrive later. */
  readonly keepCopy: (bundle: string) => void;
};

type Given = {
  readonly device: string;
  readonly server: SimulatedServer;
  /** The life of the app that asks: no answer reaches it once it is over. */
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
    // A cut answer is not JSON; the phone takes it for the answer of something between it and the server.
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
