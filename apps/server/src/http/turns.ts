/**
 * Turns of requests that belong together, by a key: a request that came first is worked on first, although it may take
 * longer to arrive whole.
 */
import { setTimeout as wait } from 'node:timers/promises';

export type Turn = {
  /** Resolves when every request that took a turn before has ended its own; after `mostMs` at the latest. */
  readonly come: Promise<unknown>;
  /** Must be called, whatever becomes of the request. */
  readonly end: () => void;
};

/** `mostMs`: a connection that is dead without anybody knowing must not hold up those after it for longer. */
export const turns = (mostMs: number): { readonly take: (key: string) => Turn } => {
  const last = new Map<string, Promise<unknown>>();
  return {
    take: (key) => {
      const before = last.get(key) ?? Promise.resolve();
      let end: () => void = () => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      const over = Promise.all([before, ended]);
      last.set(key, over);
      void over.then(() => {
        if (last.get(key) === over) last.delete(key);
      });
      return { come: Promise.race([before, wait(mostMs, undefined, { ref: false })]), end };
    },
  };
};
