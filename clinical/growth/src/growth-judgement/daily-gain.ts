import { cannotJudge, type Judgement, judged, type Weighing } from './judgement.ts';

/**
 * Gain in grams per day over a short interval in the first months (rule V2): under `minGPerDay` is poor. Applies to
 * infants younger than `belowAgeDays`, over intervals of `minDays` to `maxDays`, from a weighing at `startAgeDays` or
 * later (every newborn loses weight in the first days). mami.md §6.3.
 */
export const dailyGain = (
  from: Weighing,
  to: Weighing,
  limits: {
    readonly minGPerDay: number;
    readonly startAgeDays: number;
    readonly belowAgeDays: number;
    readonly minDays: number;
    readonly maxDays: number;
  },
): Judgement<{ readonly gPerDay: number; readonly poor: boolean }> => {
  const days = to.ageDays - from.ageDays;
  if (to.ageDays >= limits.belowAgeDays) return cannotJudge('tooOld');
  if (from.ageDays < limits.startAgeDays) return cannotJudge('tooYoung');
  if (!(days >= limits.minDays && days > 0)) return cannotJudge('intervalTooShort');
  if (days > limits.maxDays) return cannotJudge('intervalTooLong');
  const gPerDay = (to.weightG - from.weightG) / days;
  return judged({ gPerDay, poor: gPerDay < limits.minGPerDay });
};
