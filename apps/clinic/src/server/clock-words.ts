/** How wrong the clock of this phone is, as the last meeting with the server found it. */
import { t } from '../shell/words/language.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** More is told: dates that are wrong by ten minutes sort wrongly among those of other phones. */
const CLOCK_OFF_MS = 10 * MINUTE;

/** `null`: it is right. */
export const sayClockOff = (aheadMs: number): string | null => {
  const ms = Math.abs(aheadMs);
  if (ms <= CLOCK_OFF_MS) return null;
  const length =
    ms < 2 * HOUR
      ? t('server.minutes', { count: Math.round(ms / MINUTE) })
      : ms < 2 * DAY
        ? t('server.hours', { count: Math.round(ms / HOUR) })
        : t('server.days', { count: Math.round(ms / DAY) });
  return t(aheadMs > 0 ? 'server.clock-ahead' : 'server.clock-behind', { length });
};
