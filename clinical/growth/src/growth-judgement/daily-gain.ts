import { cannotJudge, type Judgement, judged, type Weighing } from './judgement.ts';

/**
 * Grams a day over a short interval in the first months (rule V2): under `minGPerDay` is poor. For infants younger than
 * `belowAgeDays`, over `minDays` to `maxDays`, counted from a weighing at `startAgeDays` or later (in the first days every
 * newborn loses). mami.md §6.3.
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
