/** The message that says how wrong this phone's clock is, as measured at the last meeting with the server. */
import { clockOff } from '@denba/sync/clock-off';
import { t } from '../shell/words/language.ts';

/** `aheadMs`: positive when the phone is ahead. Returns `null` when the clock is right. */
export const sayClockOff = (aheadMs: number): string | null => {
  const off = clockOff(aheadMs);
  if (off === null) return null;
  const length = t(`server.${off.unit}`, { count: off.count });
  return t(aheadMs > 0 ? 'server.clock-ahead' : 'server.clock-behind', { length });
};
