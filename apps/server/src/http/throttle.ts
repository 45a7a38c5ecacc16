/**
 * Slows down guessing: after a few failures, each further try of the same address waits, doubling up to a quarter of an
 * hour. In memory: a restart forgives.
 */
import { Refusal } from './refusal.ts';

export type Throttle = {
  /** Throws a `Refusal` (429) when it is too early. Counts the try as a failure until `forget`. */
  readonly ask: (who: string) => void;
  readonly forget: (who: string) => void;
};

const FREE = 5;
const LONGEST_MS = 15 * 60_000;
/** More addresses than this at once is an attack: the oldest are forgotten, and memory stays what it is. */
const MOST = 10_000;

export const createThrottle = (nowMs: () => number): Throttle => {
  const failures = new Map<string, { count: number; nextMs: number }>();
  return {
    ask: (who) => {
      const { count, nextMs } = failures.get(who) ?? { count: 0, nextMs: 0 };
      if (nowMs() < nextMs) throw tooOften(Math.ceil((nextMs - nowMs()) / 1000));
      const wait = count < FREE ? 0 : Math.min(LONGEST_MS, 1000 * 2 ** (count - FREE));
      failures.delete(who);
      failures.set(who, { count: count + 1, nextMs: wait === 0 ? 0 : nowMs() + wait });
      const oldest = failures.size > MOST ? failures.keys().next().value : undefined;
      if (oldest !== undefined) failures.delete(oldest);
    },
    forget: (who) => void failures.delete(who),
  };
};

const tooOften = (seconds: number): Refusal =>
  new Refusal(429, 'too-often', {
    fr: `Trop d'essais. Attendez ${seconds} s, puis recommencez.`,
    en: `Too many tries. Wait ${seconds} s, then try again.`,
  });
