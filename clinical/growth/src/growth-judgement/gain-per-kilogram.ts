import { isPreterm } from '../intergrowth/size-for-gestation.ts';
import { cannotJudge, type Judgement, judged, type Weighing } from './judgement.ts';
import { isAbove, isBelow, type Threshold } from './threshold.ts';
import { weightGain } from './weight-gain.ts';

/**
 * Gain in grams per kilogram and day of an infant born preterm (rule V5): under `minGPerKgPerDay` is poor. Such a rate
 * applies to the weeks before term: the rule ends at `maxPostMenstrualDays`. It is counted from a weighing at
 * `startAgeDays` or later: over the first days, in which every newborn loses weight, most gains would be poor. mami.md
 * §6.3.
 */
export const gainPerKilogram = (
  gestationalAgeDays: number | null,
  from: Weighing,
  to: Weighing,
  limits: {
    readonly minGPerKgPerDay: Threshold;
    readonly startAgeDays: Threshold;
    readonly minDays: Threshold;
    readonly maxPostMenstrualDays: Threshold;
  },
): Judgement<{ readonly gPerKgPerDay: number; readonly poor: boolean }> => {
  if (gestationalAgeDays === null) return cannotJudge('noGestationalAge');
  if (!isPreterm(gestationalAgeDays)) return cannotJudge('bornAtTerm');
  if (isAbove(gestationalAgeDays + to.ageDays, limits.maxPostMenstrualDays)) return cannotJudge('tooOld');
  if (isBelow(from.ageDays, limits.startAgeDays)) return cannotJudge('tooYoung');
  const gain = weightGain(from, to, limits);
  if (gain.kind === 'cannotJudge') return gain;
  if (gain.displayOnly) return cannotJudge('intervalTooShort');
  return judged({ gPerKgPerDay: gain.gPerKgPerDay, poor: isBelow(gain.gPerKgPerDay, limits.minGPerKgPerDay) });
};
