/** Whether the dates of an entry are in doubt because of the clock that they were read from. Pure. */
import type { Entry } from '@denba/records/entry';
import { wallMsOf } from '@denba/records/hybrid-clock';

/** More than this is told and flagged; a phone that has a network is rarely off by seconds. */
export const CLOCK_SLACK_MS = 10 * 60_000;

/**
 * By how much, in milliseconds (positive: ahead); `null`: no reason to doubt. `phoneOffMs`: of the phone when it sent;
 * `null`: not known. An entry from the future was dated by a wrong clock, even if the clock was set right since.
 */
export const doubtOf = (
  { recordedAt }: Pick<Entry, 'recordedAt'>,
  { at, phoneOffMs }: { readonly at: Date; readonly phoneOffMs: number | null },
): number | null => {
  if (phoneOffMs !== null && Math.abs(phoneOffMs) > CLOCK_SLACK_MS) return phoneOffMs;
  const ahead = wallMsOf(recordedAt) - at.getTime();
  return ahead > CLOCK_SLACK_MS ? ahead : null;
};
