import { cannotJudge, isWeight, type Judgement, judged } from './judgement.ts';
import { isAtLeast, isBelow, type Threshold } from './threshold.ts';

/**
 * Whether the birth weight has been regained: expected by `expectedByDays` (two weeks), overdue from `overdueFromDays`
 * (three weeks). A younger infant below birth weight cannot be judged yet. NICE NG75; mami.md §6.2.
 */
export const birthWeightRegain = (
  infant: { readonly birthWeightG: number | null; readonly weightG: number | null; readonly ageDays: number },
  limits: { readonly expectedByDays: Threshold; readonly overdueFromDays: Threshold },
): Judgement<{ readonly level: 'regained' | 'late' | 'overdue'; readonly belowBirthG: number }> => {
  const { birthWeightG, weightG, ageDays } = infant;
  if (!isWeight(birthWeightG)) return cannotJudge('noBirthWeight');
  if (!isWeight(weightG)) return cannotJudge('noWeight');
  const belowBirthG = Math.max(0, birthWeightG - weightG);
  if (belowBirthG === 0) return judged({ level: 'regained', belowBirthG });
  if (isBelow(ageDays, limits.expectedByDays)) return cannotJudge('tooYoung');
  return judged({ level: isAtLeast(ageDays, limits.overdueFromDays) ? 'overdue' : 'late', belowBirthG });
};
