import { cannotJudge, isWeight, type Judgement, judged } from './judgement.ts';
import { isAbove, isAtLeast, type Threshold } from './threshold.ts';

/**
 * How much of the birth weight a newborn has lost: a loss of `counselPct` or more calls for counselling and reweighing,
 * above `assessPct` for an in-depth assessment. Only in the first days (`maxAgeDays`); later, see
 * birth-weight-regain.ts. NICE NG75; mami.md §6.2.
 */
export const lossFromBirthWeight = (
  infant: { readonly birthWeightG: number | null; readonly weightG: number | null; readonly ageDays: number },
  limits: { readonly maxAgeDays: Threshold; readonly counselPct: Threshold; readonly assessPct: Threshold },
): Judgement<{ readonly lossPct: number; readonly level: 'none' | 'counsel' | 'assess' }> => {
  const { birthWeightG, weightG, ageDays } = infant;
  if (!isWeight(birthWeightG)) return cannotJudge('noBirthWeight');
  if (!isWeight(weightG)) return cannotJudge('noWeight');
  if (isAbove(ageDays, limits.maxAgeDays)) return cannotJudge('tooOld');
  const lossPct = ((birthWeightG - weightG) * 100) / birthWeightG;
  const level = isAbove(lossPct, limits.assessPct)
    ? 'assess'
    : isAtLeast(lossPct, limits.counselPct)
      ? 'counsel'
      : 'none';
  return judged({ lossPct, level });
};
