/**
 * The growth standards as functions for protocol expressions. They compute and judge nothing: every cut-off belongs to
 * the protocol. Z-scores have two decimals, as WHO publishes them, and are null when they cannot be computed. A z
 * flagged as improbable is returned all the same: a very low weight must be checked, not discarded.
 *
 * Units are in the names: grams, centimetres, millimetres, days. `measured` is `lying` (`l`) or `standing` (`h`).
 * `oedema` is true, false, or unknown; unknown keeps the score, since oedema can only hide a low weight, never cause
 * one.
 */
import type { HostFunctions } from '@denba/decisions/run/host-functions';
import type { Value } from '@denba/decisions/value';
import {
  postnatalHead,
  postnatalLength,
  postnatalWeight,
  scorePostnatal,
} from '@denba/growth/intergrowth/postnatal-growth';
import { sizeForGestation } from '@denba/growth/intergrowth/size-for-gestation';
import type { Sex } from '@denba/growth/sex';
import { bmiForAge } from '@denba/growth/who/bmi-for-age';
import { headCircumferenceForAge } from '@denba/growth/who/head-circumference-for-age';
import { lengthForAge } from '@denba/growth/who/length-for-age';
import { correctedLength, type Measured } from '@denba/growth/who/measured-length';
import { muacForAge } from '@denba/growth/who/muac-for-age';
import { weightForAge } from '@denba/growth/who/weight-for-age';
import { weightForLength } from '@denba/growth/who/weight-for-length';
import { weightVelocity } from '@denba/growth/who/weight-velocity';
import { computedZ } from '@denba/growth/z-score';
import { roundTo2 } from '@denba/quantities/rounding';
import { growthJudgementFunction } from './growth-judgement-function.ts';

const number = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
const divided = (value: Value | undefined, by: number): number | null =>
  typeof value === 'number' ? value / by : null;
const sexOf = (value: Value | undefined): Sex | null => (value === 'M' || value === 'F' ? value : null);
const measuredOf = (value: Value | undefined): Measured | null =>
  value === 'lying' || value === 'l' ? 'lying' : value === 'standing' || value === 'h' ? 'standing' : null;
const oedemaOf = (value: Value | undefined): boolean | null => (typeof value === 'boolean' ? value : null);

const postnatal =
  (measure: Parameters<typeof scorePostnatal>[0], by: number) =>
  (sex: Value, gestation: Value, age: Value, value: Value): Value => {
    const [born, lived] = [number(gestation), number(age)];
    const postMenstrualAgeDays = born === null || lived === null ? null : born + lived;
    return computedZ(scorePostnatal(measure, { sex: sexOf(sex), postMenstrualAgeDays, value: divided(value, by) }));
  };

export const growthFunctions = {
  ...growthJudgementFunction,
  who_waz: {
    parameters: ['sex', 'age_days', 'weight_g', 'oedema'],
    call: (sex, age, weight, oedema) =>
      computedZ(
        weightForAge({
          sex: sexOf(sex),
          ageDays: number(age),
          weightKg: divided(weight, 1000),
          oedema: oedemaOf(oedema),
        }),
      ),
  },
  /**
   * The length converted to the posture of the standard, as the z-scores use it. When the age is unknown, the length as
   * measured.
   */
  who_length: {
    parameters: ['age_days', 'length_cm', 'measured'],
    call: (age, length, measured) => {
      const lengthCm = number(length);
      return lengthCm === null ? null : correctedLength(number(age) ?? Number.NaN, lengthCm, measuredOf(measured));
    },
  },
  who_laz: {
    parameters: ['sex', 'age_days', 'length_cm', 'measured'],
    call: (sex, age, length, measured) =>
      computedZ(
        lengthForAge({
          sex: sexOf(sex),
          ageDays: number(age),
          lengthCm: number(length),
          measured: measuredOf(measured),
        }),
      ),
  },
  who_wlz: {
    parameters: ['sex', 'age_days', 'weight_g', 'length_cm', 'measured', 'oedema'],
    call: (sex, age, weight, length, measured, oedema) =>
      computedZ(weightForLength(sized(sex, age, weight, length, measured, oedema))),
  },
  who_bmiz: {
    parameters: ['sex', 'age_days', 'weight_g', 'length_cm', 'measured', 'oedema'],
    call: (sex, age, weight, length, measured, oedema) =>
      computedZ(bmiForAge(sized(sex, age, weight, length, measured, oedema))),
  },
  who_hcz: {
    parameters: ['sex', 'age_days', 'head_cm'],
    call: (sex, age, head) =>
      computedZ(headCircumferenceForAge({ sex: sexOf(sex), ageDays: number(age), headCircumferenceCm: number(head) })),
  },
  who_muacz: {
    parameters: ['sex', 'age_days', 'muac_mm'],
    call: (sex, age, muac) =>
      computedZ(muacForAge({ sex: sexOf(sex), ageDays: number(age), muacCm: divided(muac, 10) })),
  },
  ig_weight_z: {
    parameters: ['sex', 'gestational_age_days', 'age_days', 'weight_g'],
    call: postnatal(postnatalWeight, 1000),
  },
  ig_length_z: {
    parameters: ['sex', 'gestational_age_days', 'age_days', 'length_cm'],
    call: postnatal(postnatalLength, 1),
  },
  ig_head_z: {
    parameters: ['sex', 'gestational_age_days', 'age_days', 'head_cm'],
    call: postnatal(postnatalHead, 1),
  },
  birth_size_centile: {
    parameters: ['sex', 'gestational_age_days', 'birth_weight_g'],
    call: (sex, gestation, weight) => {
      const size = sizeForGestation({
        sex: sexOf(sex),
        gestationalAgeDays: number(gestation),
        weightKg: divided(weight, 1000),
      });
      return size.kind === 'classified' ? roundTo2(size.centile) : null;
    },
  },
  weight_velocity_z: {
    parameters: ['sex', 'from_age_days', 'to_age_days', 'gain_g', 'tolerance_pct'],
    call: (sex, from, to, gain, tolerance) => {
      const score = weightVelocity({
        sex: sexOf(sex),
        fromAgeDays: number(from),
        toAgeDays: number(to),
        gainG: number(gain),
        tolerance: (number(tolerance) ?? 0) / 100,
      });
      return score.kind === 'scored' ? score.z : null;
    },
  },
} as const satisfies HostFunctions;

const sized = (sex: Value, age: Value, weight: Value, length: Value, measured: Value, oedema: Value) => ({
  sex: sexOf(sex),
  ageDays: number(age),
  weightKg: divided(weight, 1000),
  lengthCm: number(length),
  measured: measuredOf(measured),
  oedema: oedemaOf(oedema),
});
