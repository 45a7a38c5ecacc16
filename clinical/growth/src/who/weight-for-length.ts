/**
 * Weight-for-length (45.0–110.0 cm, under 731 days) and weight-for-height (65.0–120.0 cm, from day 731). WHO Child
 * Growth Standards, 2006. Restricted beyond ±3; flagged beyond ±5; not valid with oedema.
 *
 * The posture correction (±0.7 cm) comes first, and the range holds for the corrected length: 44.9 and 110.04 cm are
 * out of range, not extrapolated. Between two rows L, M and S are interpolated linearly. Without an age the posture
 * chooses the table; without a posture, length under 87 cm is taken as lying. From 60 months on there is no score.
 * Unlike WHO anthro, a weight of 0 has no z. Rows are looked up by the millimetre; a length within a billionth of a
 * millimetre of a row is that row (64.1 cm is not quite 641 mm in binary).
 */
import { FIRST_STANDING_DAY, isUnderFive, tableDay } from '../age.ts';
import { restrictedValueAt, restrictedZScore } from '../lms-method.ts';
import { type LmsRows, rowsOf } from '../lms-table.ts';
import { type FlagLimits, judgeMeasurement, type ReasonCode, reasonCode, refusal, scored } from '../reason-code.ts';
import type { Sex } from '../sex.ts';
import type { ValueAtZ, ZScore } from '../z-score.ts';
import { weightForHeightTable } from './load-weight-for-height.ts';
import { weightForLengthTable } from './load-weight-for-length.ts';
import { believedPosture, correctedLength, type Measured } from './measured-length.ts';

export const weightForLengthFlags: FlagLimits = { below: -5, above: 5 };

export const weightForLength = (child: {
  readonly sex: Sex | null;
  readonly ageDays: number | null;
  readonly weightKg: number | null;
  readonly lengthCm: number | null;
  readonly measured: Measured | null;
  readonly oedema?: boolean | null;
}): ZScore => {
  const [age, kg, cm] = [child.ageDays ?? Number.NaN, child.weightKg ?? Number.NaN, child.lengthCm ?? Number.NaN];
  const code = refuseWeightForLength(child.sex, age, kg, cm, child.measured, child.oedema === true);
  return child.sex !== null && code === reasonCode.scored
    ? scored(rawWeightForLength(child.sex, age, kg, cm, child.measured), weightForLengthFlags)
    : refusal(code, { measurement: 'weight', value: kg, ageDays: age, lengthCm: cm });
};

/** The weight (kg) at `z` for a length in the posture of the table: for curves. */
export const weightAtLength = (standard: 'length' | 'height', sex: Sex, lengthCm: number, z: number): ValueAtZ => {
  const rows = (standard === 'length' ? weightForLengthTable : weightForHeightTable)[sex];
  if (!isWithin(rows, lengthCm)) return { kind: 'outOfRange', what: 'length', value: lengthCm };
  const mm = millimetres(lengthCm);
  const value = restrictedValueAt(z, at(rows.l, rows, mm), at(rows.m, rows, mm), at(rows.s, rows, mm));
  return value > 0 && Number.isFinite(value) ? { kind: 'value', value } : { kind: 'outOfRange', what: 'z', value: z };
};

/** The reason why there is no weight-for-length, or `scored`. NaN means missing; the age may be missing. */
export const refuseWeightForLength = (
  sex: Sex | null,
  ageDays: number,
  weightKg: number,
  lengthCm: number,
  measured: Measured | null,
  oedema: boolean,
): ReasonCode => {
  if (oedema) return reasonCode.oedema;
  if (sex === null) return reasonCode.missingSex;
  const weight = judgeMeasurement(weightKg);
  if (weight === 'missing') return reasonCode.missingMeasurement;
  if (weight === 'implausible') return reasonCode.implausibleMeasurement;
  const length = judgeMeasurement(lengthCm);
  if (length === 'missing') return reasonCode.missingLength;
  if (length === 'implausible') return reasonCode.implausibleLength;
  if (ageDays < 0) return reasonCode.implausibleAge;
  if (!Number.isNaN(ageDays) && !isUnderFive(ageDays)) return reasonCode.ageOutOfRange;
  const rows = rowsFor(sex, ageDays, lengthCm, measured);
  return isWithin(rows, correctedLength(ageDays, lengthCm, measured)) ? reasonCode.scored : reasonCode.lengthOutOfRange;
};

/** The exact (unrounded) z. Call it only when `refuseWeightForLength` returned `scored`. */
export const rawWeightForLength = (
  sex: Sex,
  ageDays: number,
  weightKg: number,
  lengthCm: number,
  measured: Measured | null,
): number => {
  const rows = rowsFor(sex, ageDays, lengthCm, measured);
  const mm = millimetres(correctedLength(ageDays, lengthCm, measured));
  return restrictedZScore(weightKg, at(rows.l, rows, mm), at(rows.m, rows, mm), at(rows.s, rows, mm));
};

const rowsFor = (sex: Sex, ageDays: number, lengthCm: number, measured: Measured | null): LmsRows => {
  const posture = believedPosture(ageDays, measured);
  const lying = Number.isNaN(ageDays)
    ? posture === 'lying' || (posture === null && lengthCm < 87)
    : tableDay(ageDays) < FIRST_STANDING_DAY;
  return rowsOf(lying ? weightForLengthTable : weightForHeightTable, sex);
};

const isWithin = (rows: LmsRows, lengthCm: number): boolean => {
  const mm = millimetres(lengthCm);
  return mm >= rows.from && mm <= rows.to;
};

const millimetres = (lengthCm: number): number => {
  const mm = lengthCm * 10;
  const whole = Math.round(mm);
  return Math.abs(mm - whole) < 1e-9 ? whole : mm;
};

/** The value of a column at a place between two rows, interpolated linearly. */
const at = (column: Float64Array, rows: LmsRows, mm: number): number => {
  const row = Math.trunc(mm) - rows.from;
  const fraction = mm - Math.trunc(mm);
  const low = column[row] ?? 0;
  return fraction === 0 ? low : low + fraction * ((column[row + 1] ?? low) - low);
};
