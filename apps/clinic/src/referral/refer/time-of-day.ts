/** The time of day in the phone's time zone, as `HH:MM`. */
import type { TimeOfDay } from '../note/note-facts.ts';

export const timeOfDay = (wallMs: number): TimeOfDay => {
  const now = new Date(wallMs);
  return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
};
