/**
 * The number of a stay in the MAMI register: year, phone, place of the enrolment in the log of that phone, as
 * `2026-3F7A9C-0142`. It is given by the entry that enrolled and by nothing else: whatever is enrolled, corrected or
 * received later, it stays, every phone reads the same, and two phones give the same one only where six signs of their
 * ids and the place in their logs agree. It
 * grows with each enrolment of a phone, and leaves out what that phone wrote between two of them.
 */
import type { Entry } from '@denba/records/entry';

/** Of a phone's id: the first four are its name on the screens, two more keep phones apart. */
const MARK = 6;
const DIGITS = 4;

/** The day is that of the entry as it was saved: a correction changes no number on a printed sheet. */
export const registerNumber = ({ occurredOn, device, seq }: Entry): string =>
  [
    occurredOn.slice(0, 4),
    device.replaceAll('-', '').slice(0, MARK).toUpperCase(),
    String(seq).padStart(DIGITS, '0'),
  ].join('-');
