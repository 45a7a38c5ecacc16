import { centileOfZ } from '../normal-distribution.ts';
import { cannotJudge, type Judgement, judged } from './judgement.ts';
import { asNumber, isAbove, isAtLeast, isBelow, type Threshold } from './threshold.ts';

export type CentileSpaceLimits = {
  /** Distance between two centile lines in z (two thirds). */
  readonly spaceZ: Threshold;
  /** Birth centiles that part small from middle from large. */
  readonly smallBelow: Threshold;
  readonly largeAbove: Threshold;
  /** Spaces that count as faltering for each. */
  readonly spacesIfSmall: Threshold;
  readonly spacesIfMiddle: Threshold;
  readonly spacesIfLarge: Threshold;
  /** Below this centile now is a concern whatever the birth centile. */
  readonly floorCentile: Threshold;
};

/**
 * Weight that fell through centile spaces since birth (rule V6): how many count depends on the birth centile. NICE
 * NG75; whether "1 or more" or "more than 1" is open (C9 of protocols/mami/conflicts.md), here `spacesIf…` or more.
 */
export const centileSpaces = (
  birthZ: number | null,
  currentZ: number | null,
  limits: CentileSpaceLimits,
): Judgement<{ readonly spaces: number; readonly falters: boolean; readonly belowFloor: boolean }> => {
  if (currentZ === null) return cannotJudge('noZ');
  if (birthZ === null) return cannotJudge('noBirthWeight');
  const spaces = (birthZ - currentZ) / asNumber(limits.spaceZ);
  const birthCentile = centileOfZ(birthZ);
  const needed = isBelow(birthCentile, limits.smallBelow)
    ? limits.spacesIfSmall
    : isAbove(birthCentile, limits.largeAbove)
      ? limits.spacesIfLarge
      : limits.spacesIfMiddle;
  return judged({
    spaces,
    falters: isAtLeast(spaces, needed),
    belowFloor: isBelow(centileOfZ(currentZ), limits.floorCentile),
  });
};
