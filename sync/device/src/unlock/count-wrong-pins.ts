/** Counts a try before the PIN is checked, so that killing the app in between gives no free guess. */
import type { ClearKeeper } from '../clear/clear-keeper.ts';
import { putEvent, putWrongPins, wrongPinsOf } from '../clear/clear-shelf.ts';
import { noWrongPins, underClock, type WrongPins, waitUntil } from '../keys/wrong-pins.ts';

export type WrongPinCount = {
  /** Wall clock at which the next PIN may be tried; `null`: now. */
  readonly waitUntilMs: (userId: string) => number | null;
  readonly countTry: (userId: string) => Promise<WrongPins>;
  readonly wasRight: (userId: string) => Promise<void>;
  readonly wasWrong: (userId: string, attempts: number) => Promise<void>;
};

export const countWrongPins = (clear: ClearKeeper, wallMs: () => number, newId: () => string): WrongPinCount => {
  /** Counts corrected by `underClock`: under a changed clock, the wait must not start anew at every call. */
  const seen = new Map<string, WrongPins>();
  const current = (userId: string): WrongPins => {
    const stored = wrongPinsOf(clear.shelf(), userId);
    const before = seen.get(userId);
    const known = before !== undefined && before.count === stored.count ? before : stored;
    const now = underClock(known, wallMs());
    seen.set(userId, now);
    return now;
  };
  return {
    waitUntilMs: (userId) => waitUntil(current(userId), wallMs()),
    countTry: async (userId) => {
      let counted = noWrongPins;
      await clear.change((shelf) => {
        counted = { count: wrongPinsOf(shelf, userId).count + 1, lastMs: wallMs() };
        return [putWrongPins(userId, counted)];
      });
      return counted;
    },
    wasRight: (userId) => clear.change(() => [putWrongPins(userId, noWrongPins)]),
    wasWrong: (userId, attempts) =>
      clear.change(() => [putEvent(newId(), { atMs: wallMs(), kind: 'wrongPin', detail: { user: userId, attempts } })]),
  };
};
