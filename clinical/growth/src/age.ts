/**
 * Age as WHO anthro uses it (R/anthro.R, R/utils.R): looked up by whole days, rounded half up; compared in months
 * unrounded, a month being 30.4375 days.
 *
 * Ages are days and may be fractional, so that an age given in months keeps its own rounding: 24 months are 730.5
 * days, looked up as day 731; 60 months are 1826.25 days, which is no longer under five. Prefer whole days between two
 * dates.
 */

import { DAYS_PER_MONTH } from '@denba/quantities/days-per-month';
import { roundHalfUp } from '@denba/quantities/rounding';

/** Exact days of an age in months. Not rounded: the growth functions round by themselves. */
export const daysFromMonths = (months: number): number => months * DAYS_PER_MONTH;

/** The day (row) of a WHO table for an age: 730.49 → 730, 730.5 → 731. */
export const tableDay = (ageDays: number): number => roundHalfUp(ageDays);

/** WHO's standards end before 60 months: the last day scored is 1826. */
export const isUnderFive = (ageDays: number): boolean => ageDays / DAYS_PER_MONTH < 60;

/** Below nine months a child cannot be measured standing. */
export const isUnderNineMonths = (ageDays: number): boolean => ageDays / DAYS_PER_MONTH < 9;

/** From day 731 on a child is measured standing, and weight is compared with height. */
export const FIRST_STANDING_DAY = 731;
