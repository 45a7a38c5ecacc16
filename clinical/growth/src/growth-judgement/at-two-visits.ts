import { and, type Ternary } from '@denba/quantities/ternary';
import { cannotJudge, type Judgement, judged } from './judgement.ts';
import { isAtLeast, type Threshold } from './threshold.ts';

/** What was found at a visit, and when. */
export type VisitVerdict = { readonly ageDays: number; readonly verdict: Ternary };

/**
 * Whether something held at this visit (the last) and at the one judged before it, at least `minDays` earlier: a
 * reweighing two days later is not a second visit. Visits that could not be judged are passed over; unknown does not
 * become "no". mami.md §1.8.
 */
export const atTwoVisits = (
  visits: readonly VisitVerdict[],
  limits: { readonly minDays: Threshold },
): Judgement<{ readonly atBoth: boolean }> => {
  const current = visits.at(-1);
  const before = visits
    .slice(0, -1)
    .findLast(
      ({ ageDays, verdict }) => verdict !== null && current && isAtLeast(current.ageDays - ageDays, limits.minDays),
    );
  const both = and(current?.verdict ?? null, before?.verdict ?? null);
  return both === null ? cannotJudge('noTwoJudgedVisits') : judged({ atBoth: both });
};
