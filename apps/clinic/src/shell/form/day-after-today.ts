/** A day that a form asks for, held against the date of the phone. */
import type { LocalDate } from '@denba/quantities/local-date';
import { doubtfulClock } from '../phone/clock-watch.ts';

/**
 * Whether something is said to have happened after today. `refused`: it cannot be. `questioned`: the date of the phone is
 * in doubt, so that the day may well be right, and nobody is kept from saving it.
 */
export const dayAfterToday = (day: LocalDate | null, today: LocalDate): 'refused' | 'questioned' | null => {
  if (day === null || day <= today) return null;
  return doubtfulClock.value === null ? 'refused' : 'questioned';
};
