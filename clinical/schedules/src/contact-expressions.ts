/** The expressions of a scheduled contact, for whoever looks for the names that a calendar reads. */
import type { Expression } from '@denba/decisions/expression';
import type { ScheduledContact } from './schedule.ts';

/** Each with the column of `schedule.csv` in which it is written. Plain numbers of days are left out. */
export const contactExpressions = (contact: ScheduledContact): readonly (readonly [string, Expression])[] =>
  (
    [
      ['anchor', contact.anchor],
      ['due_days', contact.dueDays],
      ['window_before_days', contact.windowBeforeDays],
      ['window_after_days', contact.windowAfterDays],
      ['repeat_days', contact.repeatDays],
      ['min_interval_days', contact.minIntervalDays],
      ['relevant', contact.relevant],
      ['stop_when', contact.stopWhen],
    ] as const
  ).flatMap(([column, written]) =>
    written === null || typeof written === 'number' ? [] : [[column, written] as const],
  );
