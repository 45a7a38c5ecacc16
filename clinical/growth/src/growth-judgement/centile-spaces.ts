import { centileOfZ } from '../normal-distribution.ts';
import { cannotJudge, type Judgement, judged } from './judgement.ts';
import { asNumber, isAbove, isAtLeast, isBelow, type Threshold } from './threshold.ts';

export type CentileSpaceLimits = {
  /** Distance between two neighbouring centile lines, in z (two thirds). */
  readonly spaceZ: Threshold;
  /** Limits of the birth centile: below `smallBelow` is small, above `largeAbove` is large, in between is middle. */
  readonly smallBelow: Threshold;
  readonly largeAbove: Threshold;
  /** How many spaces of fall count as faltering, by size at birth. */
  readonly spacesIfSmall: Threshold;
  readonly spacesIfMiddle: Threshold;
  readonly spacesIfLarge: Threshold;
  /** A current weight below this centile is a concern whatever the birth centile was. */
  readonly floorCentile: Threshold;
};

/**
 * Fall of weight through centile spaces since birth (rule V6): how many spaces count as faltering depends on the birth
 * centile. NICE NG75; whether "1 or more" or "more than 1" is open (C9 of protocols/mami/conflicts.md), here
 * `spacesIf…` or more.
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
