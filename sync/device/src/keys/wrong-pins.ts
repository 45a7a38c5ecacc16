/**
 * Wrong PINs of one user, one after the other. The first are free, then each makes the next wait longer; only a right
 * PIN (or another way in) takes the count back. A clock that was moved changes little: the count stays, a wait never
 * lasts longer than its own length, whatever the clock says, and it begins again when the clock was put back.
 */
export type WrongPins = { readonly count: number /** Wall clock at the last one. */; readonly lastMs: number };

export const noWrongPins: WrongPins = { count: 0, lastMs: 0 };

const FREE = 4;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 30 * 60_000;

/** How long after that many wrong PINs. */
export const waitAfterMs = (count: number): number =>
  count < FREE ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count - FREE));

/** As it is now: a count whose last wrong PIN lies in the future was made under another clock and waits from now on. */
export const underClock = (wrong: WrongPins, wallMs: number): WrongPins =>
  wrong.lastMs > wallMs ? { ...wrong, lastMs: wallMs } : wrong;

/** Wall clock at which the next PIN may be tried; `null`: now. */
export const waitUntil = (wrong: WrongPins, wallMs: number): number | null => {
  const until = underClock(wrong, wallMs).lastMs + waitAfterMs(wrong.count);
  return until > wallMs ? until : null;
};
