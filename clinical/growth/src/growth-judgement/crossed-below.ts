import { cannotJudge, type Judgement, judged } from './judgement.ts';

/** Whether a z-score fell across `cut` between two visits: not below it before, below it now (strict). mami.md §1.8. */
export const crossedBelow = (
  previousZ: number | null,
  currentZ: number | null,
  limits: { readonly cut: number },
): Judgement<{ readonly crossed: boolean }> => {
  if (currentZ === null) return cannotJudge('noZ');
  if (currentZ >= limits.cut) return judged({ crossed: false });
  return previousZ === null ? cannotJudge('noPreviousZ') : judged({ crossed: previousZ >= limits.cut });
};
