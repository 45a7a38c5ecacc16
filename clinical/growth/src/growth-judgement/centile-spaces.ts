import { centileOfZ } from '../normal-distribution.ts';
import { cannotJudge, type Judgement, judged } from './judgement.ts';

export type CentileSpaceLimits = {
  /** Distance between two neighbouring centile lines, in z (two thirds). */
  readonly spaceZ: number;
  /** Limits of the birth centile: below `smallBelow` is small, above `largeAbove` is large, in between is middle. */
  readonly smallBelow: number;
  readonly largeAbove: number;
  /** How many spaces of fall count as faltering, by size at birth. */
  readonly spacesIfSmall: number;
  readonly spacesIfMiddle: number;
  readonly spacesIfLarge: number;
  /** A current weight below this centile is a concern whatever the birth centile was. */
  readonly floorCentile: number;
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
  const spaces = (birthZ - currentZ) / limits.spaceZ;
  const birthCentile = centileOfZ(birthZ);
  const needed =
    birthCentile < limits.smallBelow
      ? limits.spacesIfSmall
      : birthCentile > limits.largeAbove
        ? limits.spacesIfLarge
        : limits.spacesIfMiddle;
  return judged({ spaces, falters: spaces >= needed, belowFloor: centileOfZ(currentZ) < limits.floorCentile });
};
