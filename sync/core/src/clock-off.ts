/** How far the clock of a phone may be off, and in which unit a wrong one is told: on the phone and on the server alike. */

/** More than this is told and flagged; a phone that has a network is rarely off by seconds. */
export const CLOCK_SLACK_MS = 10 * 60_000;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type RoughLength = { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number };

/** `offMs`: positive: ahead. `null`: the clock is right. */
export const clockOff = (offMs: number): RoughLength | null => {
  const ms = Math.abs(offMs);
  if (ms <= CLOCK_SLACK_MS) return null;
  if (ms < 2 * HOUR) return { unit: 'minutes', count: Math.round(ms / MINUTE) };
  return ms < 2 * DAY ? { unit: 'hours', count: Math.round(ms / HOUR) } : { unit: 'days', count: Math.round(ms / DAY) };
};
