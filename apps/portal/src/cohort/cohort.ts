/**
 * What became of the children enrolled in a period. Each child is counted once, so that the parts add up to the total.
 */
import { UNKNOWN } from '@denba/indicators/count/count-facts';
import type { Counted } from '../counts/counted.ts';
import { type Part, poolSmall } from '../figures/pool-small.ts';
import type { StayCounts } from './time-to-exit.ts';

export const COHORT = { status: 'COH.01', left: 'COH.02', defaulted: 'COH.03' } as const;

/** Order of the columns: children still in care first, then by outcome. */
export const statuses = ['active', 'inpatient', 'R1', 'R1b', 'R2', 'R3', 'R4', 'R5', 'R6', 'exited', UNKNOWN] as const;

export type CohortRow = { readonly name: string; readonly all: number; readonly parts: readonly Part[] };

/** `name` is the heading of the row: a month or a stratum. Parts with a count of zero are left out. */
export const cohortRow = (name: string, counts: readonly Counted[], mayReadRegister: boolean): CohortRow => {
  const parts = statuses.map((code) => ({ code, count: sumOf(counts.filter(({ value }) => value === code)) }));
  const all = sumOf(counts);
  return { name, all: mayReadRegister || all === 0 || all >= 5 ? all : 0, parts: poolSmall(parts, mayReadRegister) };
};

/**
 * Stays by month of enrolment, for the curve of time to exit. `left`: the counts of an indicator of days until an end.
 */
export const staysOf = (status: readonly Counted[], left: readonly Counted[]): readonly StayCounts[] =>
  [...new Set(status.map(({ month }) => month))].toSorted().map((month) => {
    const mine = left.filter((count) => count.month === month);
    const gone = sumOf(mine);
    const all = sumOf(status.filter((count) => count.month === month && count.value !== 'R6'));
    return {
      month,
      // A child who did not leave in this way (still in care, or gone for another reason) is counted as not having
      // left.
      inCare: all - gone,
      left: mine.map(({ value, denominator }) => ({ day: Number(value), count: denominator })),
    };
  });

const sumOf = (counts: readonly Counted[]): number => counts.reduce((sum, { denominator }) => sum + denominator, 0);
