import type { Ternary } from '@denba/quantities/ternary';
import { cannotJudge, type Judgement, judged, type Weighing } from './judgement.ts';
import { isAtLeast, isAtMost, type Threshold } from './threshold.ts';

/**
 * Weight lost since the last visit, over `minDays` or more, in infants older than `physiologicDays` (in the first days
 * every newborn loses weight). `confirmed` is true once the weight was taken again today; a loss not yet reweighed is
 * `null`, and the worker should weigh again. mami.md §1.4.2, §1.8.
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
