import type { Ternary } from '@denba/quantities/ternary';
import { cannotJudge, type Judgement, judged } from './judgement.ts';
import { isAtLeast, type Threshold } from './threshold.ts';

/**
 * Whether MUAC fell by `fallMm` or more since the last measurement; `confirmed` once it was measured again today.
 * mami.md §1.8.
 */
export const muacFall = (
  previousMm: number | null,
  currentMm: number | null,
  remeasured: Ternary,
  limits: { readonly fallMm: Threshold },
): Judgement<{ readonly fallMm: number; readonly fell: boolean; readonly confirmed: Ternary }> => {
  if (currentMm === null) return cannotJudge('noMuac');
  if (previousMm === null) return cannotJudge('noPreviousMuac');
  const fallMm = previousMm - currentMm;
  const fell = isAtLeast(fallMm, limits.fallMm);
  return judged({ fallMm, fell, confirmed: !fell ? false : remeasured === true ? true : null });
};
