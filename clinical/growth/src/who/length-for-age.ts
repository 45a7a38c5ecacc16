/**
 * Length- or height-for-age, birth to 1826 days. WHO Child Growth Standards, 2006.
 * The length is first converted to the posture of the standard (±0.7 cm). L is 1 in the table, so z is linear and not
 * restricted; flagged beyond ±6; oedema does not matter; a length ≤ 0 is implausible.
 */
import type { Sex } from '../sex.ts';
import type { ZScore } from '../z-score.ts';
import { type AgeIndex, scoreByAge } from './age-index.ts';
import { lengthForAgeTable } from './load-length-for-age.ts';
import { correctedLength, type Measured } from './measured-length.ts';

export const lengthForAgeIndex: AgeIndex = {
  id: 'length-for-age',
  measurement: 'length',
  table: lengthForAgeTable,
  restricted: false,
  needsNoOedema: false,
  flags: { below: -6, above: 6 },
};

export const lengthForAge = (child: {
  readonly sex: Sex | null;
  readonly ageDays: number | null;
  readonly lengthCm: number | null;
  readonly measured: Measured | null;
}): ZScore => {
  const { sex, ageDays, lengthCm, measured } = child;
  const value = lengthOfStandard(ageDays ?? Number.NaN, lengthCm ?? Number.NaN, measured);
  return scoreByAge(lengthForAgeIndex, { sex, ageDays, value });
};

/**
 * The length converted to the posture of the standard. An impossible length is left as entered: 0 cm standing must not
 * become 0.7 cm.
 */
export const lengthOfStandard = (ageDays: number, lengthCm: number, measured: Measured | null): number =>
  lengthCm > 0 ? correctedLength(ageDays, lengthCm, measured) : lengthCm;
