/** Whether the dates of an entry are doubtful because the phone's clock was wrong. Pure. */
import type { Entry } from '@denba/records/entry';
import { wallMsOf } from '@denba/records/hybrid-clock';
import { CLOCK_SLACK_MS } from '@denba/sync/clock-off';

/**
 * Returns by how much the clock was off, in milliseconds (positive: ahead); `null`: no reason for doubt. `phoneOffMs`:
 * how far the phone's clock was off when it sent; `null`: unknown. An entry from the future was dated by a wrong clock,
 * even if the clock was corrected since.
 */
export const doubtOf = (
  { recordedAt }: Pick<Entry, 'recordedAt'>,
  { at, phoneOffMs }: { readonly at: Date; readonly phoneOffMs: number | null },
): number | null => {
  if (phoneOffMs !== null && Math.abs(phoneOffMs) > CLOCK_SLACK_MS) return phoneOffMs;
  const ahead = wallMsOf(recordedAt) - at.getTime();
  return ahead > CLOCK_SLACK_MS ? ahead : null;
};
