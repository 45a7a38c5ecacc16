/**
 * How far a phone's clock may be off, and in which unit a wrong clock is reported. The phone and the server share this.
 */

/**
 * A clock that is off by more than this is reported and flagged; a phone with a network is rarely off by more than
 * seconds.
 */
export const CLOCK_SLACK_MS = 10 * 60_000;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type RoughLength = { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number };

/** `offMs`: positive when the clock is ahead. Returns `null` when the clock is right. */
export const clockOff = (offMs: number): RoughLength | null => {
  const ms = Math.abs(offMs);
  if (ms <= CLOCK_SLACK_MS) return null;
  if (ms < 2 * HOUR) return { unit: 'minutes', count: Math.round(ms / MINUTE) };
  return ms < 2 * DAY ? { unit: 'hours', count: Math.round(ms / HOUR) } : { unit: 'days', count: Math.round(ms / DAY) };
};
