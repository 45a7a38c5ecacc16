import { and, type Ternary } from '@denba/quantities/ternary';
import { cannotJudge, type Judgement, judged } from './judgement.ts';
import { isAtLeast, type Threshold } from './threshold.ts';

/** Whether something held at a visit (`null`: could not be judged), and the age at that visit. */
export type VisitVerdict = { readonly ageDays: number; readonly verdict: Ternary };

/**
 * Whether something held at the last visit and at the judged visit before it, which must be at least `minDays` earlier:
 * a reweighing two days later is not a second visit. Visits that could not be judged are skipped; unknown never becomes
 * "no". mami.md §1.8.
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
