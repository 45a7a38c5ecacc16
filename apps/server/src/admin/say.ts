/** Durations, days and clock errors as text for the pages. */
import { formatDay } from '@denba/kit/messages/format-day';
import type { LocalDate } from '@denba/quantities/local-date';
import { clockOff } from '@denba/sync/clock-off';
import type { Words } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const sayAgo = ({ t }: Words, at: Date | null, now: Date): string => {
  if (at === null) return t('say.never');
  const ms = now.getTime() - at.getTime();
  if (ms < MINUTE) return t('say.now');
  if (ms < 2 * HOUR) return t('say.minutes-ago', { count: Math.floor(ms / MINUTE) });
  return ms < 2 * DAY
    ? t('say.hours-ago', { count: Math.floor(ms / HOUR) })
    : t('say.days-ago', { count: Math.floor(ms / DAY) });
};

/** The day in UTC, which is the time zone of Mali. */
export const sayDay = (words: Words, at: Date): string =>
  sayLocalDay(words, at.toISOString().slice(0, 10) as LocalDate);

export const sayLocalDay = ({ language }: Words, day: LocalDate): string => formatDay(day, language, 'short');

const LENGTHS = { minutes: 'say.minutes', hours: 'say.hours', days: 'say.days' } as const;

/** Returns `null` when the clock is right, or its error is unknown. */
export const sayClock = ({ t }: Words, offMs: number | null): string | null => {
  const off = offMs === null ? null : clockOff(offMs);
  if (offMs === null || off === null) return null;
  const length = t(LENGTHS[off.unit], { count: off.count });
  return t(offMs > 0 ? 'say.clock-ahead' : 'say.clock-behind', { length });
};
