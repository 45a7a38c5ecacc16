import type { Ternary } from '@denba/quantities/ternary';
import { cannotJudge, type Judgement, judged, type Weighing } from './judgement.ts';
import { isAtLeast, isAtMost, type Threshold } from './threshold.ts';

/**
 * Weight lost since the last visit, after the first days in which every newborn loses (`physiologicDays`: the infant
 * must be older), over `minDays` or more. `confirmed` says whether the weight was taken again today: until then it is
 * unknown, and the answer is to weigh again. mami.md §1.4.2, §1.8.
 */
export const lossSinceLastVisit = (
  from: Weighing,
  to: Weighing,
  reweighed: Ternary,
  limits: { readonly minDays: Threshold; readonly physiologicDays: Threshold },
): Judgement<{ readonly lost: boolean; readonly lossG: number; readonly confirmed: Ternary }> => {
  const days = to.ageDays - from.ageDays;
  if (isAtMost(to.ageDays, limits.physiologicDays)) return cannotJudge('tooYoung');
  if (!(isAtLeast(days, limits.minDays) && days > 0)) return cannotJudge('intervalTooShort');
  const lossG = Math.max(0, from.weightG - to.weightG);
  return judged({ lost: lossG > 0, lossG, confirmed: lossG === 0 ? false : reweighed === true ? true : null });
};
