import { isPreterm } from '../intergrowth/size-for-gestation.ts';
import type { Sex } from '../sex.ts';
import { weightVelocity } from '../who/weight-velocity.ts';
import { cannotJudge, type Judgement, judged, type Weighing } from './judgement.ts';
import { isAbove, isAtLeast, isBelow, type Threshold } from './threshold.ts';

/**
 * WHO weight velocity over about one month (rule V1), for intervals of `minDays` to `maxDays`, read by exact days: a
 * rounded z under `minZ` is poor, under `alertZ` an alert. Not valid for an infant born preterm. mami.md §6.3, appendix
 * A.1.
 */
export const monthlyVelocity = (
  infant: { readonly sex: Sex | null; readonly gestationalAgeDays: number | null },
  from: Weighing,
  to: Weighing,
  limits: {
    readonly minDays: Threshold;
    readonly maxDays: Threshold;
    readonly minZ: Threshold;
    readonly alertZ: Threshold;
  },
): Judgement<{ readonly z: number; readonly poor: boolean; readonly alert: boolean }> => {
  const { sex, gestationalAgeDays } = infant;
  if (gestationalAgeDays !== null && isPreterm(gestationalAgeDays)) return cannotJudge('pretermUsesIntergrowth');
  if (sex === null) return cannotJudge('noSex');
  const days = to.ageDays - from.ageDays;
  if (!(isAtLeast(days, limits.minDays) && days > 0)) return cannotJudge('intervalTooShort');
  if (isAbove(days, limits.maxDays)) return cannotJudge('intervalTooLong');
  const score = weightVelocity({
    sex,
    fromAgeDays: from.ageDays,
    toAgeDays: to.ageDays,
    gainG: to.weightG - from.weightG,
    // The protocol's limits for the interval were checked above, so the table only has to cover the age: a wide
    // tolerance.
    tolerance: 1,
    months: 1,
  });
  if (score.kind === 'cannotJudge') return cannotJudge('outOfStandard');
  return judged({ z: score.z, poor: isBelow(score.z, limits.minZ), alert: isBelow(score.z, limits.alertZ) });
};
