import { cannotJudge, type Judgement, judged, type Weighing } from './judgement.ts';
import { isAbove, isAtLeast, isBelow, type Threshold } from './threshold.ts';

/**
 * Gain in grams per day over a short interval in the first months (rule V2): under `minGPerDay` is poor. Applies to
 * infants younger than `belowAgeDays`, over intervals of `minDays` to `maxDays`, from a weighing at `startAgeDays` or
 * later (every newborn loses weight in the first days). mami.md §6.3.
 */
export const dailyGain = (
  from: Weighing,
  to: Weighing,
  limits: {
    readonly minGPerDay: Threshold;
    readonly startAgeDays: Threshold;
    readonly belowAgeDays: Threshold;
    readonly minDays: Threshold;
    readonly maxDays: Threshold;
  },
): Judgement<{ readonly gPerDay: number; readonly poor: boolean }> => {
  const days = to.ageDays - from.ageDays;
  if (isAtLeast(to.ageDays, limits.belowAgeDays)) return cannotJudge('tooOld');
  if (isBelow(from.ageDays, limits.startAgeDays)) return cannotJudge('tooYoung');
  if (!(isAtLeast(days, limits.minDays) && days > 0)) return cannotJudge('intervalTooShort');
  if (isAbove(days, limits.maxDays)) return cannotJudge('intervalTooLong');
  const gPerDay = (to.weightG - from.weightG) / days;
  return judged({ gPerDay, poor: isBelow(gPerDay, limits.minGPerDay) });
};
