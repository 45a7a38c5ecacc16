/** The name of a courier file: its kind, the phone and the time. It contains nothing about any person. */
import type { LocalDate } from '@denba/quantities/local-date';
import { phoneName } from './phone-name.ts';

/** Plain text, because share sheets accept text and few other types. */
export const COURIER_TYPE = 'text/plain';

/** `at` is part of the name, so that two files of one day do not replace each other. */
export const courierFileName = (
  device: string,
  on: LocalDate,
  at: { readonly hours: number; readonly minutes: number },
): string => {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `denba-courier-${phoneName(device)}-${on}-${two(at.hours)}${two(at.minutes)}.txt`;
};
