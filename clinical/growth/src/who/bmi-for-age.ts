/**
 * BMI-for-age, birth to 1826 days. WHO Child Growth Standards, 2006.
 * BMI is kg/m² of the weight and of the length brought to the posture of the standard (±0.7 cm), unrounded. Restricted
 * beyond ±3; flagged beyond ±5; not valid with oedema.
 */
import { judgeMeasurement, type ReasonCode, reasonCode, refusal, scored } from '../reason-code.ts';
import type { Sex } from '../sex.ts';
import type { ZScore } from '../z-score.ts';
import { type AgeIndex, rawZ, refuse } from './age-index.ts';
import { bmiForAgeTable } from './load-bmi-for-age.ts';
import { correctedLength, type Measured } from './measured-length.ts';

export const bmiForAgeIndex: AgeIndex = {
  id: 'bmi-for-age',
  measurement: 'bmi',
  table: bmiForAgeTable,
  restricted: true,
  needsNoOedema: true,
  flags: { below: -5, above: 5 },
};

export const bmiForAge = (child: {
  readonly sex: Sex | null;
  readonly ageDays: number | null;
  readonly weightKg: number | null;
  readonly lengthCm: number | null;
  readonly measured: Measured | null;
  readonly oedema?: boolean | null;
}): ZScore => {
  const [age, kg, cm] = [child.ageDays ?? Number.NaN, child.weightKg ?? Number.NaN, child.lengthCm ?? Number.NaN];
  const code = refuseBmi(child.sex, age, kg, cm, child.measured, child.oedema === true);
  return child.sex !== null && code === reasonCode.scored
    ? scored(rawZ(bmiForAgeIndex, child.sex, age, bodyMassIndex(age, kg, cm, child.measured)), bmiForAgeIndex.flags)
    : refusal(code, { measurement: 'weight', value: kg, ageDays: age, lengthCm: cm });
};

/** BMI in kg/m², computed with the length in the posture of the standard. */
export const bodyMassIndex = (
  ageDays: number,
  weightKg: number,
  lengthCm: number,
  measured: Measured | null,
): number => {
  const metres = correctedLength(ageDays, lengthCm, measured) / 100;
  return weightKg / (metres * metres);
};

/** The reason why there is no BMI-for-age, or `scored`. NaN means missing. */
export const refuseBmi = (
  sex: Sex | null,
  ageDays: number,
  weightKg: number,
  lengthCm: number,
  measured: Measured | null,
  oedema: boolean,
): ReasonCode => {
  const code = refuse(bmiForAgeIndex, sex, ageDays, weightKg, oedema);
  if (code !== reasonCode.scored) return code;
  const length = judgeMeasurement(lengthCm);
  if (length === 'missing') return reasonCode.missingLength;
  // A length so short that BMI is not a possible number (or that nothing is left after −0.7 cm) is a data-entry error.
  const corrected = correctedLength(ageDays, lengthCm, measured);
  const bmi = bodyMassIndex(ageDays, weightKg, lengthCm, measured);
  const fine = length === 'fine' && corrected > 0 && judgeMeasurement(bmi) === 'fine';
  return fine ? reasonCode.scored : reasonCode.implausibleLength;
};
