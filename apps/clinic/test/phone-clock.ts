/**
 * The clock of a phone: it runs, and stands where a test turned it. Only `Date` is moved; timers and animations run as
 * ever, so that nothing waits for a fake time.
 */
import type { BrowserContext } from 'playwright-core';

export type SetClock = (local: string) => Promise<void>;

/** Gives the way to turn it, to a local time of a phone that lives in Greenwich time. */
export const installClock = async (context: BrowserContext, local: string): Promise<SetClock> => {
  await context.addInitScript(shiftableDate);
  const setClock = async (time: string): Promise<void> => {
    const turn = `globalThis.shiftClock?.(${Date.parse(`${time}Z`) - Date.now()})`;
    // For pages that open later, and for those that are open.
    await context.addInitScript(turn);
    await Promise.all(context.pages().map((page) => page.evaluate(turn)));
  };
  await setClock(local);
  return setClock;
};

/** Runs in the page before the app. Text, because what compiles a test may add helpers that the page has not. */
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
