/**
 * An age as people say it: in days in the first two weeks, in weeks up to three months, then in months, then in years.
 */
import { completedMonthsBetween, daysBetween, type LocalDate } from '@denba/quantities/local-date';

/** `count` is in this unit; the screen adds the words. */
export type AgeUnit = 'days' | 'weeks' | 'months' | 'years';
export type Age = { readonly unit: AgeUnit; readonly count: number };

const DAYS_PER_WEEK = 7;
const IN_DAYS = 14;
const IN_WEEKS = 91;
const IN_MONTHS = 24;

/** Returns `null` when the birth date is unknown or after `on`. */
export const ageOn = (birthDate: LocalDate | null, on: LocalDate): Age | null => {
  if (birthDate === null || on < birthDate) return null;
  const days = daysBetween(birthDate, on);
  if (days < IN_DAYS) return { unit: 'days', count: days };
  if (days < IN_WEEKS) return { unit: 'weeks', count: Math.floor(days / DAYS_PER_WEEK) };
  const months = completedMonthsBetween(birthDate, on);
  return months < IN_MONTHS ? { unit: 'months', count: months } : { unit: 'years', count: Math.floor(months / 12) };
};
