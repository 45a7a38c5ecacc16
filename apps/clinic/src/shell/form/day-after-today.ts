/** Checks a day entered in a form against the date of the phone. */
import type { LocalDate } from '@denba/quantities/local-date';
import { doubtfulClock } from '../phone/clock-watch.ts';

/**
 * Non-null when the day is after today. `refused`: it is an error. `questioned`: the phone's date is itself in doubt,
 * so the day may be right, and saving is allowed.
 */
export const dayAfterToday = (day: LocalDate | null, today: LocalDate): 'refused' | 'questioned' | null => {
  if (day === null || day <= today) return null;
  return doubtfulClock.value === null ? 'refused' : 'questioned';
};
