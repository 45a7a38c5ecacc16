/**
 * Shifts the clock of a phone to the time that a test sets; it keeps running. Only `Date` is shifted: timers and
 * animations run as usual, so that nothing waits for a fake time.
 */
import type { BrowserContext } from 'playwright-core';

export type SetClock = (local: string) => Promise<void>;

/** Returns a function that sets the clock to a local time of the phone, whose time zone is UTC. */
export const installClock = async (context: BrowserContext, local: string): Promise<SetClock> => {
  await context.addInitScript(shiftableDate);
  const setClock = async (time: string): Promise<void> => {
    const turn = `globalThis.shiftClock?.(${Date.parse(`${time}Z`) - Date.now()})`;
    // For pages that are opened later, and for those that are open.
    await context.addInitScript(turn);
    await Promise.all(context.pages().map((page) => page.evaluate(turn)));
  };
  await setClock(local);
  return setClock;
};

/** Runs in the page before the app. Text, because a test's compiler may add helpers that the page does not have. */
const shiftableDate = `{
  const Real = Date;
  let shift = 0;
  const now = () => Real.now() + shift;
  globalThis.Date = new Proxy(Real, {
    construct: (_, given, target) => Reflect.construct(Real, given.length === 0 ? [now()] : given, target),
    apply: () => new Real(now()).toString(),
    get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
  });
  globalThis.shiftClock = (ms) => {
    shift = ms;
  };
}`;
