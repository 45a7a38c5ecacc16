/**
 * A WHO index by age: its table and its rules. The single-child form and the column form both use `refuse` and `rawZ`,
 * so that they cannot differ.
 *
 * Decisions where WHO anthro is peculiar (growth.md §1.4): a measurement ≤ 0 is implausible in every index, weight for
 * length included; a negative age is a fault of that record and of no other; unknown oedema is treated as none, as in
 * anthro — whether oedema was looked for is a question for the protocol.
 */
import { isUnderFive, tableDay } from '../age.ts';
import { restrictedValueAt, restrictedZScore, valueAt, zScore } from '../lms-method.ts';
import { type LmsTable, rowsOf } from '../lms-table.ts';
import { type FlagLimits, judgeMeasurement, type ReasonCode, reasonCode, refusal, scored } from '../reason-code.ts';
import type { Sex } from '../sex.ts';
import type { Input, ValueAtZ, ZScore } from '../z-score.ts';

export type AgeIndex = {
  readonly id: string;
  readonly measurement: Input;
  readonly table: LmsTable;
  /** Whether the distance between the outer SD lines is kept constant beyond ±3 (WHO's restricted form). */
  readonly restricted: boolean;
  /** Whether oedema makes the index not valid (true for those that depend on weight). */
  readonly needsNoOedema: boolean;
  readonly flags: FlagLimits;
};

/** One child. `null` is unknown; ages are days, possibly fractional. */
export type AgeIndexInput = {
  readonly sex: Sex | null;
  readonly ageDays: number | null;
  readonly value: number | null;
  readonly oedema?: boolean | null;
};

/** The z-score of one measurement. */
export const scoreByAge = (index: AgeIndex, { sex, ageDays, value, oedema }: AgeIndexInput): ZScore => {
  const [age, y] = [ageDays ?? Number.NaN, value ?? Number.NaN];
  const code = refuse(index, sex, age, y, oedema === true);
  return sex !== null && code === reasonCode.scored
    ? scored(rawZ(index, sex, age, y), index.flags)
    : refusal(code, { measurement: index.measurement, value: y, ageDays: age, lengthCm: Number.NaN });
};

/** The measurement at `z` for an age: the inverse of `scoreByAge`, for curves. */
export const valueAtAge = (index: AgeIndex, sex: Sex, ageDays: number, z: number): ValueAtZ => {
  const code = refuseAge(index, sex, ageDays);
  if (code !== reasonCode.scored) return { kind: 'outOfRange', what: 'age', value: ageDays };
  const rows = rowsOf(index.table, sex);
  const row = tableDay(ageDays) - rows.from;
  const l = rows.l[row] ?? 0;
  const m = rows.m[row] ?? 0;
  const s = rows.s[row] ?? 0;
  const value = index.restricted ? restrictedValueAt(z, l, m, s) : valueAt(z, l, m, s);
  return value > 0 && Number.isFinite(value) ? { kind: 'value', value } : { kind: 'outOfRange', what: 'z', value: z };
};

/** The reason why there is no z-score, or `scored`. NaN means missing. */
export const refuse = (index: AgeIndex, sex: Sex | null, ageDays: number, y: number, oedema: boolean): ReasonCode => {
  if (oedema && index.needsNoOedema) return reasonCode.oedema;
  if (sex === null) return reasonCode.missingSex;
  const measurement = judgeMeasurement(y);
  if (measurement === 'missing') return reasonCode.missingMeasurement;
  if (measurement === 'implausible') return reasonCode.implausibleMeasurement;
  return refuseAge(index, sex, ageDays);
};

/** The exact (unrounded) z. Call it only when `refuse` returned `scored`. */
export const rawZ = (index: AgeIndex, sex: Sex, ageDays: number, y: number): number => {
  const rows = rowsOf(index.table, sex);
  const row = tableDay(ageDays) - rows.from;
  const l = rows.l[row] ?? 0;
  const m = rows.m[row] ?? 0;
  const s = rows.s[row] ?? 0;
  return index.restricted ? restrictedZScore(y, l, m, s) : zScore(y, l, m, s);
};

const refuseAge = (index: AgeIndex, sex: Sex, ageDays: number): ReasonCode => {
  if (Number.isNaN(ageDays)) return reasonCode.missingAge;
  if (ageDays < 0) return reasonCode.implausibleAge;
  const rows = rowsOf(index.table, sex);
  const day = tableDay(ageDays);
  return isUnderFive(ageDays) && day >= rows.from && day <= rows.to ? reasonCode.scored : reasonCode.ageOutOfRange;
};
