/** Whether the dates of an entry are in doubt because of the clock that they were read from. Pure. */
import type { Entry } from '@denba/records/entry';
import { wallMsOf } from '@denba/records/hybrid-clock';
import { CLOCK_SLACK_MS } from '@denba/sync/clock-off';

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
