/** The name of a courier file: what it is, of which phone and when. It says nothing about anybody. */
import type { LocalDate } from '@denba/quantities/local-date';
import { phoneName } from './phone-name.ts';

/** Share sheets let text through, and little else. */
export const COURIER_TYPE = 'text/plain';

/** `at`: hours and minutes, so that two files of one day do not replace each other. */
export const courierFileName = (
  device: string,
  on: LocalDate,
  at: { readonly hours: number; readonly minutes: number },
): string => {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `denba-courier-${phoneName(device)}-${on}-${two(at.hours)}${two(at.minutes)}.txt`;
};
