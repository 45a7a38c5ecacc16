/** Runs tidying steps one by one in idle time, as long as there is something to tidy. */
import type { OpenStore } from './open-store.ts';
import { tidyOnce } from './tidy.ts';

/** `inside`: the open store, or `null` once the session is locked. Returns a function to call after each write. */
export const tidyWhenIdle = <Row>(inside: () => OpenStore<Row> | null): (() => void) => {
  let waiting = false;
  const tidySoon = (): void => {
    const open = inside();
    if (waiting || open === null) return;
    waiting = true;
    open.surroundings.whenIdle(async () => {
      const still = inside();
      try {
        if (still === null || !(await tidyOnce(still))) return;
      } finally {
        waiting = false;
      }
      tidySoon();
    });
  };
  return tidySoon;
};
