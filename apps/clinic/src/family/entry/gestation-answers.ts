/**
 * Converts gestation between the record, which counts days (`gestational_age_days`), and the protocol's questions,
 * which ask for weeks and days. Days unanswered means that only the completed weeks are known.
 */
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';

const DAYS_PER_WEEK = 7;

/** Replaces the days of gestation by weeks and days; all other answers are unchanged. */
export const inWeeks = (answers: JsonObject): JsonObject => {
  if (!Object.hasOwn(answers, 'gestational_age_days')) return answers;
  const { gestational_age_days: days, gestational_age_to: to, ...rest } = answers;
  if (typeof days !== 'number') return { ...rest, ga_weeks: null, ga_days: null };
  return { ...rest, ga_weeks: Math.floor(days / DAYS_PER_WEEK), ga_days: to === 'week' ? null : days % DAYS_PER_WEEK };
};

/** The inverse of `inWeeks`. */
export const inDays = (answers: Readonly<Record<string, JsonValue>>): JsonObject => {
  if (!Object.hasOwn(answers, 'ga_weeks')) return answers;
  const { ga_weeks: weeks, ga_days: days, ...rest } = answers;
  if (typeof weeks !== 'number') return { ...rest, gestational_age_days: null, gestational_age_to: null };
  const known = typeof days === 'number';
  return {
    ...rest,
    gestational_age_days: weeks * DAYS_PER_WEEK + (known ? days : 0),
    gestational_age_to: known ? 'day' : 'week',
  };
};
