import { cannotJudge, type Judgement, judged, type Weighing } from './judgement.ts';
import { isAtLeast, isAtMost, isBelow, type Threshold } from './threshold.ts';

/**
 * Failure to gain: a gain of `toleranceG` or less (a loss included) over `minDays` or more, counted from a weighing at
 * `startAgeDays` or later. mami.md §6.3.
 */
export const staticWeight = (
  from: Weighing,
  to: Weighing,
  limits: { readonly startAgeDays: Threshold; readonly minDays: Threshold; readonly toleranceG: Threshold },
): Judgement<{ readonly failsToGain: boolean; readonly gainG: number }> => {
  if (isBelow(from.ageDays, limits.startAgeDays)) return cannotJudge('tooYoung');
  const days = to.ageDays - from.ageDays;
  if (!(isAtLeast(days, limits.minDays) && days > 0)) return cannotJudge('intervalTooShort');
  const gainG = to.weightG - from.weightG;
  return judged({ failsToGain: isAtMost(gainG, limits.toleranceG), gainG });
};
