import { cannotJudge, type Judgement, judged, type Weighing } from './judgement.ts';

/**
 * Failure to gain: a gain of `toleranceG` or less (a loss included) over `minDays` or more, counted from a weighing at
 * `startAgeDays` or later. mami.md §6.3.
 */
export const staticWeight = (
  from: Weighing,
  to: Weighing,
  limits: { readonly startAgeDays: number; readonly minDays: number; readonly toleranceG: number },
): Judgement<{ readonly failsToGain: boolean; readonly gainG: number }> => {
  if (from.ageDays < limits.startAgeDays) return cannotJudge('tooYoung');
  const days = to.ageDays - from.ageDays;
  if (!(days >= limits.minDays && days > 0)) return cannotJudge('intervalTooShort');
  const gainG = to.weightG - from.weightG;
  return judged({ failsToGain: gainG <= limits.toleranceG, gainG });
};
