import { cannotJudge, type Judgement, judged } from './judgement.ts';
import { isAtLeast, type Threshold } from './threshold.ts';

/** Whether a z-score fell across `cut` between two visits: not below it before, below it now (strict). mami.md §1.8. */
export const crossedBelow = (
  previousZ: number | null,
  currentZ: number | null,
  limits: { readonly cut: Threshold },
): Judgement<{ readonly crossed: boolean }> => {
  if (currentZ === null) return cannotJudge('noZ');
  if (isAtLeast(currentZ, limits.cut)) return judged({ crossed: false });
  return previousZ === null ? cannotJudge('noPreviousZ') : judged({ crossed: isAtLeast(previousZ, limits.cut) });
};
