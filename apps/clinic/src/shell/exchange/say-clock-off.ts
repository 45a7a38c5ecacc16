/** How wrong the clock of this phone is, as the last meeting with the server found it. */
import { clockOff } from '@denba/sync/clock-off';
import { t } from '../shell/words/language.ts';

/** `null`: it is right. */
export const sayClockOff = (aheadMs: number): string | null => {
  const off = clockOff(aheadMs);
  if (off === null) return null;
  const length = t(`server.${off.unit}`, { count: off.count });
  return t(aheadMs > 0 ? 'server.clock-ahead' : 'server.clock-behind', { length });
};
