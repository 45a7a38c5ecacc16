/** The answers of a draft in full: the usual ones, what it says instead, and its dates as days of the calendar. */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Demonstration, DemonstrationDraft } from './demonstration.ts';

export type DemonstrationAnswers = {
  readonly usualAnswers: Demonstration['usualAnswers'];
  readonly today: LocalDate;
};

export const fullAnswers = (
  { usual, answers, dates = {} }: Pick<DemonstrationDraft, 'usual' | 'answers' | 'dates'>,
  { usualAnswers, today }: DemonstrationAnswers,
): JsonObject => ({
  ...(usual === undefined ? {} : usualAnswers[usual]),
  ...answers,
  ...Object.fromEntries(Object.entries(dates).map(([name, day]) => [name, addDays(today, day)])),
});
