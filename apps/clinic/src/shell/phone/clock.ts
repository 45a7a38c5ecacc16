/** The only clock of the app: all other code takes a time or a day as an argument. */
import { type LocalDate, localDate } from '@denba/quantities/local-date';

export type Clock = {
  /** Milliseconds since 1970 by the phone's clock, which may be wrong. */
  readonly wallMs: () => number;
  /** The current day in the phone's time zone. */
  readonly today: () => LocalDate;
};

const two = (value: number): string => String(value).padStart(2, '0');

export const dayOf = (date: Date): LocalDate =>
  localDate(`${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`);

export const phoneClock: Clock = {
  wallMs: () => Date.now(),
  today: () => dayOf(new Date()),
};

/** The day of a time in the phone's time zone. */
export const dayOfMs = (ms: number): LocalDate => dayOf(new Date(ms));
