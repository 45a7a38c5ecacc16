import { expect, it } from 'vitest';
import { dayOf } from './clock.ts';

it('gives the day where the phone is, not the day in Greenwich', () => {
  // Tests run in the time zone of St John's, where 23:30 is already the next day in UTC.
  expect(dayOf(new Date(2026, 10, 26, 23, 30))).toBe('2026-11-26');
  expect(dayOf(new Date(2026, 0, 1, 0, 0))).toBe('2026-01-01');
});
