/**
 * Length (lying) and height (standing) differ by 0.7 cm. WHO anthro converts each to the posture of its standard: under
 * 731 days a standing height gains 0.7 cm, from day 731 a lying length loses 0.7 cm. With an unknown posture or an
 * unknown age nothing is corrected. A posture "standing" under nine months is not believed: it is treated as unknown,
 * nothing is added, and the result says so (`standingTooYoung`). Source: WHO anthro, R/anthro.R (adjust_lenhei,
 * c9mo_flag).
 */
import { FIRST_STANDING_DAY, isUnderNineMonths, tableDay } from '../age.ts';

export type Measured = 'lying' | 'standing';

export type MeasuredLength = {
  /** Centimetres, in the posture of the standard for the child's age. */
  readonly lengthCm: number;
  readonly correctionCm: -0.7 | 0 | 0.7;
  /** The height was recorded as standing under nine months; the posture was ignored. */
  readonly standingTooYoung: boolean;
};

export const measuredLength = (child: {
  readonly ageDays: number | null;
  readonly lengthCm: number;
  readonly measured: Measured | null;
}): MeasuredLength => {
  const age = child.ageDays ?? Number.NaN;
  return {
    lengthCm: correctedLength(age, child.lengthCm, child.measured),
    correctionCm: correction(age, child.measured),
    standingTooYoung: isStandingTooYoung(age, child.measured),
  };
};

/**
 * The corrected length alone (cm). NaN is accepted: an unknown age (NaN) gives no correction, an unknown length gives
 * NaN.
 */
export const correctedLength = (ageDays: number, lengthCm: number, measured: Measured | null): number =>
  lengthCm + correction(ageDays, measured);

/** The recorded posture; `null` when it cannot be believed (standing under nine months). */
export const believedPosture = (ageDays: number, measured: Measured | null): Measured | null =>
  isStandingTooYoung(ageDays, measured) ? null : measured;

const isStandingTooYoung = (ageDays: number, measured: Measured | null): boolean =>
  measured === 'standing' && isUnderNineMonths(ageDays);

const correction = (ageDays: number, measured: Measured | null): -0.7 | 0 | 0.7 => {
  const posture = believedPosture(ageDays, measured);
  const day = tableDay(ageDays);
  if (posture === 'standing' && day < FIRST_STANDING_DAY) return 0.7;
  if (posture === 'lying' && day >= FIRST_STANDING_DAY) return -0.7;
  return 0;
};
