/**
 * The number of a stay in the MAMI register: year, phone, and number of the enrolment entry in that phone's log, such
 * as `2026-3F7A9C-0142`. It depends only on the enrolment entry as saved: it never changes, whatever is enrolled,
 * corrected or received later, and every phone computes the same. Two phones give the same number only when the first
 * six characters of their ids and the numbers in their logs agree. Numbers increase with each enrolment on a phone,
 * with gaps for the other entries of its log.
 */
import type { Entry } from '@denba/records/entry';

/** Number of characters of the phone's id: screens show the first four, two more distinguish phones. */
const MARK = 6;
const DIGITS = 4;

/** Uses the day of the entry as it was saved: a correction changes no number on a printed sheet. */
export const registerNumber = ({ occurredOn, device, seq }: Entry): string =>
  [
    occurredOn.slice(0, 4),
    device.replaceAll('-', '').slice(0, MARK).toUpperCase(),
    String(seq).padStart(DIGITS, '0'),
  ].join('-');
