/**
 * How long children stay: the share still in care after each day, by the product-limit estimate (E. L. Kaplan, P.
 * Meier, JASA 1958). A child still in care is counted as observed for the time that is certain from the month of
 * enrolment alone: from the last day of that month until today. The estimate is made from sums by month and day, so
 * that it costs the same for a country as for a centre.
 */
import { daysBetween, type LocalDate, localDate } from '@denba/quantities/local-date';
import { addMonths } from '../period/period.ts';

export type StayCounts = {
  /** The month of enrolment, `2026-03`. */
  readonly month: string;
  /** The number of children still in care, those in hospital included. */
  readonly inCare: number;
  /** How many children left, by day after enrolment. */
  readonly left: readonly { readonly day: number; readonly count: number }[];
};

/** `share` is from 0 to 1 and holds from this day until the next step. */
export type Step = { readonly day: number; readonly share: number };

/** `until`: the last day for which the share is known; `Infinity` once all children have left. */
export type ExitCurve = { readonly steps: readonly Step[]; readonly until: number };

/**
 * `least`: the curve steps down only after this number of children left since its last step. With 1 it shows the day of
 * each exit.
 */
export const timeToExit = (stays: readonly StayCounts[], today: LocalDate, least = 1): ExitCurve => {
  const changes = new Map<number, { left: number; out: number }>();
  const add = (day: number, left: number, out: number): void => {
    const before = changes.get(day) ?? { left: 0, out: 0 };
    changes.set(day, { left: before.left + left, out: before.out + out });
  };
  let atRisk = 0;
  let until = 0;
  for (const { month, inCare, left } of stays) {
    const certain = Math.max(0, daysBetween(lastDay(month), today));
    add(certain, 0, inCare);
    if (inCare > 0) until = Math.max(until, certain);
    for (const { day, count } of left) add(day, count, 0);
    atRisk += inCare + left.reduce((sum, { count }) => sum + count, 0);
  }
  if (atRisk === 0) return { steps: [], until };
  let [share, waiting] = [1, 0];
  const steps: Step[] = [{ day: 0, share }];
  for (const [day, { left, out }] of [...changes].toSorted(([a], [b]) => a - b)) {
    if (left > 0) share *= 1 - left / atRisk;
    waiting += left;
    if (left > 0 && waiting >= least) {
      steps.push({ day, share });
      until = share === 0 ? Number.POSITIVE_INFINITY : Math.max(until, day);
      waiting = 0;
    }
    atRisk -= left + out;
  }
  return { steps, until };
};

/** The share still in care after so many days; `null`: nobody was followed for so long. */
export const shareAt = ({ steps, until }: ExitCurve, day: number): number | null =>
  day > until ? null : (steps.findLast((step) => step.day <= day)?.share ?? null);

const lastDay = (month: string): LocalDate => {
  const next = localDate(`${addMonths(month, 1)}-01`);
  const days = daysBetween(localDate(`${month}-01`), next);
  return localDate(`${month}-${days}`);
};
