/**
 * The cases of a z-score as one byte, for columns: `scored` and `flagged` accompany a z, every other code accompanies
 * "no value" (NaN in the array). Codes are stored in files and must not be renumbered.
 */
import { roundTo2 } from '@denba/quantities/rounding';
import type { Input, ZScore } from './z-score.ts';

export const reasonCode = {
  scored: 0,
  flagged: 1,
  missingSex: 2,
  missingAge: 3,
  missingMeasurement: 4,
  missingLength: 5,
  implausibleAge: 6,
  implausibleMeasurement: 7,
  implausibleLength: 8,
  ageOutOfRange: 9,
  lengthOutOfRange: 10,
  oedema: 11,
} as const;

export type ReasonCode = (typeof reasonCode)[keyof typeof reasonCode];

/** Values from this size on (kg, cm, mm) cannot be measurements; for all values below it, z is finite. */
export const LARGEST_MEASUREMENT = 1e6;

/** Whether a number can be a measurement: missing (NaN), impossible (≤ 0, ≥ 1e6), or fine. */
export const judgeMeasurement = (value: number): 'missing' | 'implausible' | 'fine' =>
  value > 0 && value < LARGEST_MEASUREMENT ? 'fine' : Number.isNaN(value) ? 'missing' : 'implausible';

/** The code of a z that is already rounded: flagged when strictly outside the limits, as in WHO anthro. */
export const codeOfRounded = (z: number, limits: FlagLimits): ReasonCode =>
  z < limits.below || z > limits.above ? reasonCode.flagged : reasonCode.scored;

export type FlagLimits = { readonly below: number; readonly above: number };

/** Rounded to two decimals; never −0. */
export const roundedZ = (raw: number): number => roundTo2(raw) + 0;

export const scored = (raw: number, limits: FlagLimits): ZScore => {
  const z = roundedZ(raw);
  return { kind: codeOfRounded(z, limits) === reasonCode.flagged ? 'flagged' : 'scored', z, raw };
};

/** The input values that a refusal reports in its message. */
export type RefusedInputs = {
  readonly measurement: Input;
  readonly value: number;
  readonly ageDays: number;
  readonly lengthCm: number;
};

/** The `ZScore` for a code other than `scored` and `flagged`. */
export const refusal = (code: ReasonCode, inputs: RefusedInputs): ZScore => {
  switch (code) {
    case reasonCode.missingSex:
      return { kind: 'missing', what: 'sex' };
    case reasonCode.missingAge:
      return { kind: 'missing', what: 'age' };
    case reasonCode.missingMeasurement:
      return { kind: 'missing', what: inputs.measurement };
    case reasonCode.missingLength:
      return { kind: 'missing', what: 'length' };
    case reasonCode.implausibleAge:
      return { kind: 'implausible', what: 'age', value: inputs.ageDays };
    case reasonCode.implausibleMeasurement:
      return { kind: 'implausible', what: inputs.measurement, value: inputs.value };
    case reasonCode.implausibleLength:
      return { kind: 'implausible', what: 'length', value: inputs.lengthCm };
    case reasonCode.ageOutOfRange:
      return { kind: 'outOfRange', what: 'age', value: inputs.ageDays };
    case reasonCode.lengthOutOfRange:
      return { kind: 'outOfRange', what: 'length', value: inputs.lengthCm };
    case reasonCode.oedema:
      return { kind: 'notValid', because: 'oedema' };
    default:
      throw new RangeError(`reason code ${code} is not a refusal`);
  }
};
