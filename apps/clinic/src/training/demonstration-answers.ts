/** The complete answers of a draft: the usual ones, replaced by its own, with its dates as calendar days. */
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
