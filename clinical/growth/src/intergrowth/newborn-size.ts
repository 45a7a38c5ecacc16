/**
 * Size at birth for gestational age: weight, length and head circumference, 24+0 to 42+6 (168–300 days).
 * INTERGROWTH-21st: Villar et al., Lancet 2014 (33+0 on) and Lancet 2016 (very preterm, under 33+0).
 *
 * Two methods meet at 33+0, with a step: the 10th centile of boys' weight is 1.502 kg at 32+6 and 1.438 kg at 33+0.
 * Both are as published; never alarm on one day of gestation. Fractional days of gestation interpolate the parameters
 * linearly. Beyond the ages given there is no score (extrapolated tables exist; they are not used).
 */

import type { NewbornTable } from '../newborn-table.ts';
import { type FlagLimits, judgeMeasurement, scored } from '../reason-code.ts';
import type { Sex } from '../sex.ts';
import { type SkewT, skewTValueAt, skewTZScore } from '../skew-t.ts';
import type { Input, ValueAtZ, ZScore } from '../z-score.ts';

/** First day with the skew-t tables (33+0); before it the very preterm equations apply. */
const FIRST_SKEW_T_DAY = 231;
const FIRST_DAY = 168;
const LAST_DAY = 300;

/** One measure of size at birth. */
export type NewbornMeasure = {
  readonly id: string;
  readonly measurement: Input;
  readonly table: NewbornTable;
  /**
   * For gestation under 33+0: mean and SD at `weeks` of gestation, of the measure or of its logarithm (see
   * `logarithmic`).
   */
  readonly veryPreterm: (weeks: number, sex: Sex) => { readonly mean: number; readonly sd: number };
  /** Whether the very preterm equations are for the natural logarithm of the measure. */
  readonly logarithmic: boolean;
  readonly flags: FlagLimits;
};

export type NewbornInput = {
  readonly sex: Sex | null;
  readonly gestationalAgeDays: number | null;
  readonly value: number | null;
};

/** The z-score of one measure at birth. */
export const scoreNewborn = (measure: NewbornMeasure, { sex, gestationalAgeDays, value }: NewbornInput): ZScore => {
  const what = measure.measurement;
  if (sex === null) return { kind: 'missing', what: 'sex' };
  const y = value ?? Number.NaN;
  const judged = judgeMeasurement(y);
  if (judged === 'missing') return { kind: 'missing', what };
  if (judged === 'implausible') return { kind: 'implausible', what, value: y };
  if (gestationalAgeDays === null || Number.isNaN(gestationalAgeDays))
    return { kind: 'missing', what: 'gestationalAge' };
  if (!isCovered(gestationalAgeDays)) return { kind: 'outOfRange', what: 'gestationalAge', value: gestationalAgeDays };
  if (gestationalAgeDays >= FIRST_SKEW_T_DAY) {
    return scored(skewTZScore(y, skewTAt(measure.table, sex, gestationalAgeDays)), measure.flags);
  }
  const { mean, sd } = measure.veryPreterm(gestationalAgeDays / 7, sex);
  return scored(((measure.logarithmic ? Math.log(y) : y) - mean) / sd, measure.flags);
};

/** The value of the measure at `z`: the inverse of `scoreNewborn`. */
export const newbornValueAt = (measure: NewbornMeasure, sex: Sex, gestationalAgeDays: number, z: number): ValueAtZ => {
  if (!isCovered(gestationalAgeDays)) return { kind: 'outOfRange', what: 'gestationalAge', value: gestationalAgeDays };
  if (!(Math.abs(z) < 37)) return { kind: 'outOfRange', what: 'z', value: z };
  const value =
    gestationalAgeDays >= FIRST_SKEW_T_DAY
      ? skewTValueAt(z, skewTAt(measure.table, sex, gestationalAgeDays))
      : veryPretermValueAt(measure, sex, gestationalAgeDays, z);
  return value > 0 ? { kind: 'value', value } : { kind: 'outOfRange', what: 'z', value: z };
};

const isCovered = (days: number): boolean => days >= FIRST_DAY && days <= LAST_DAY;

const veryPretermValueAt = (measure: NewbornMeasure, sex: Sex, days: number, z: number): number => {
  const { mean, sd } = measure.veryPreterm(days / 7, sex);
  return measure.logarithmic ? Math.exp(mean + z * sd) : mean + z * sd;
};

const skewTAt = (table: NewbornTable, sex: Sex, days: number): SkewT => {
  const rows = table[sex];
  const row = Math.floor(days) - rows.from;
  const fraction = days - Math.floor(days);
  const at = (column: Float64Array): number => {
    const low = column[row] ?? 0;
    return fraction === 0 ? low : low + fraction * ((column[row + 1] ?? low) - low);
  };
  return { mu: at(rows.mu), sigma: at(rows.sigma), nu: at(rows.nu), tau: at(rows.tau) };
};
