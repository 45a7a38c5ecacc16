/**
 * Consecutive wrong PINs of one user. The first ones are free, then each makes the next wait longer; only a right PIN
 * (or another way of unlocking) resets the count. Changing the clock helps little: the count stays, a wait never lasts
 * longer than its own length, whatever the clock says, and it starts anew when the clock was set back.
 */
export type WrongPins = { readonly count: number /** Wall clock at the last wrong PIN. */; readonly lastMs: number };

export const noWrongPins: WrongPins = { count: 0, lastMs: 0 };

const FREE = 4;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 30 * 60_000;

/** Waiting time after `count` consecutive wrong PINs. */
export const waitAfterMs = (count: number): number =>
  count < FREE ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count - FREE));

/**
 * The count under the present clock: when the last wrong PIN lies in the future, the clock was changed, and the wait
 * starts now.
 */
export const underClock = (wrong: WrongPins, wallMs: number): WrongPins =>
  wrong.lastMs > wallMs ? { ...wrong, lastMs: wallMs } : wrong;

/** Wall clock at which the next PIN may be tried; `null`: now. */
export const waitUntil = (wrong: WrongPins, wallMs: number): number | null => {
  const until = underClock(wrong, wallMs).lastMs + waitAfterMs(wrong.count);
  return until > wallMs ? until : null;
};
