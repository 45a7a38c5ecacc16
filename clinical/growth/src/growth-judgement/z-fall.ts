import { roundTo2 } from '@denba/quantities/rounding';
import { cannotJudge, type Judgement, judged } from './judgement.ts';
import { isAtLeast, type Threshold } from './threshold.ts';

/** A weight z-score at an age, with the standard it was read from. Only scores of the same standard may be compared. */
export type StandingZ = {
  readonly ageDays: number;
  readonly z: number;
  readonly standard: 'WHO' | 'IG-PNG' | 'IG-NBS';
};

/**
 * The fall of a z-score between visits at least `minDays` apart (rule V7): `alertFall` is one centile space (0.67),
 * `strongFall` is more. For infants born preterm z is INTERGROWTH's up to 64 weeks of post-menstrual age. mami.md §6.3.
 */
export const zFall = (
  from: StandingZ,
  to: StandingZ,
  limits: { readonly minDays: Threshold; readonly alertFall: Threshold; readonly strongFall: Threshold },
): Judgement<{
  readonly fall: number;
  readonly level: 'none' | 'alert' | 'strong';
  readonly standard: StandingZ['standard'];
}> => {
  if (from.standard !== to.standard) return cannotJudge('differentStandards');
  const days = to.ageDays - from.ageDays;
  if (!(isAtLeast(days, limits.minDays) && days > 0)) return cannotJudge('intervalTooShort');
  const fall = roundTo2(from.z - to.z);
  const level = isAtLeast(fall, limits.strongFall) ? 'strong' : isAtLeast(fall, limits.alertFall) ? 'alert' : 'none';
  return judged({ fall, level, standard: to.standard });
};
