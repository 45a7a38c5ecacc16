/**
 * Postnatal growth of preterm infants, 27 to 64 weeks of post-menstrual age (gestation at birth + age), both included.
 * INTERGROWTH-21st: Villar et al., Lancet Glob Health 2015 (201 preterm infants). Weight and length are lognormal, head
 * circumference is normal. Weight-for-length (35–65 cm) is not in the paper; its equations were supplied by E. Ohuma.
 */
import { type FlagLimits, judgeMeasurement, scored } from '../reason-code.ts';
import type { Sex } from '../sex.ts';
import type { Input, ValueAtZ, ZScore } from '../z-score.ts';

type Normal = { readonly mean: number; readonly sd: number };

type PostnatalMeasure = {
  readonly id: string;
  readonly measurement: Input;
  readonly logarithmic: boolean;
  /** Mean and SD at exact weeks of post-menstrual age, or at a length in decimetres. */
  readonly at: (x: number, sex: Sex) => Normal;
  readonly flags: FlagLimits;
};

export const postnatalWeight: PostnatalMeasure = {
  id: 'postnatal-weight',
  measurement: 'weight',
  logarithmic: true,
  at: (x, sex) => ({
    mean: 2.591277 - 0.01155 * Math.sqrt(x) - 2201.705 / x ** 2 + (sex === 'M' ? 0.0911639 : 0),
    sd: 0.1470258 + 505.92394 / x ** 2 - (140.0576 * Math.log(x)) / x ** 2,
  }),
  flags: { below: -6, above: 5 },
};

export const postnatalLength: PostnatalMeasure = {
  id: 'postnatal-length',
  measurement: 'length',
  logarithmic: true,
  at: (x, sex) => ({
    mean: 4.136244 - 547.0018 / x ** 2 + 0.0026066 * x + (sex === 'M' ? 0.0314961 : 0),
    sd: 0.050489 + 310.44761 / x ** 2 - (90.0742 * Math.log(x)) / x ** 2,
  }),
  flags: { below: -6, above: 6 },
};

export const postnatalHead: PostnatalMeasure = {
  id: 'postnatal-head',
  measurement: 'headCircumference',
  logarithmic: false,
  at: (x, sex) => ({
    mean: 55.53617 - 852.0059 / x + (sex === 'M' ? 0.7957903 : 0),
    sd: 3.0582292 + 3910.05 / x ** 2 - 180.5625 / x,
  }),
  flags: { below: -5, above: 5 },
};

export const postnatalWeightForLength: PostnatalMeasure = {
  id: 'postnatal-weight-for-length',
  measurement: 'weight',
  logarithmic: false,
  at: (d, sex) =>
    sex === 'M'
      ? {
          mean: 13.98383 + 203.5677 / d ** 2 - (291.114 * Math.log(d)) / d ** 2,
          sd: Math.exp(-1.830098 + 0.0049708 * d ** 3),
        }
      : {
          mean: 50.32492 + 140.8019 / d - 167.906 / Math.sqrt(d),
          sd: 0.2195888 - 0.0046046 * d ** 3 + 0.0033017 * d ** 3 * Math.log(d),
        },
  flags: { below: -5, above: 5 },
};

/** Weight, length or head circumference by post-menstrual age. */
export const scorePostnatal = (
  measure: PostnatalMeasure,
  infant: {
    readonly sex: Sex | null;
    readonly postMenstrualAgeDays: number | null;
    readonly value: number | null;
  },
): ZScore => {
  const age = infant.postMenstrualAgeDays;
  const refused = refuse(measure, infant.sex, infant.value);
  if (refused !== null) return refused;
  if (age === null || Number.isNaN(age)) return { kind: 'missing', what: 'gestationalAge' };
  if (!isCovered(age)) return { kind: 'outOfRange', what: 'age', value: age };
  return score(measure, infant.sex, infant.value, age / 7);
};

/** Weight for length at any age; length 35–65 cm, measured lying. */
export const scorePostnatalWeightForLength = (infant: {
  readonly sex: Sex | null;
  readonly weightKg: number | null;
  readonly lengthCm: number | null;
}): ZScore => {
  const { sex, weightKg, lengthCm } = infant;
  const refused = refuse(postnatalWeightForLength, sex, weightKg);
  if (refused !== null) return refused;
  const judged = judgeMeasurement(lengthCm ?? Number.NaN);
  if (lengthCm === null || judged === 'missing') return { kind: 'missing', what: 'length' };
  if (judged === 'implausible') return { kind: 'implausible', what: 'length', value: lengthCm };
  if (!(lengthCm >= 35 && lengthCm <= 65)) return { kind: 'outOfRange', what: 'length', value: lengthCm };
  return score(postnatalWeightForLength, sex, weightKg, lengthCm / 10);
};

/** The value of the measure at `z` for a post-menstrual age (days): the inverse of `scorePostnatal`. */
export const postnatalValueAt = (measure: PostnatalMeasure, sex: Sex, ageDays: number, z: number): ValueAtZ =>
  isCovered(ageDays) ? valueAt(measure, sex, ageDays / 7, z) : { kind: 'outOfRange', what: 'age', value: ageDays };

/** The weight at `z` for a length (cm): the inverse of `scorePostnatalWeightForLength`. */
export const postnatalWeightAtLength = (sex: Sex, lengthCm: number, z: number): ValueAtZ =>
  lengthCm >= 35 && lengthCm <= 65
    ? valueAt(postnatalWeightForLength, sex, lengthCm / 10, z)
    : { kind: 'outOfRange', what: 'length', value: lengthCm };

/** Whether an age lies in 27+0 to 64+0, both included: from the day after 64+0, WHO applies. */
const isCovered = (postMenstrualAgeDays: number): boolean =>
  postMenstrualAgeDays >= 27 * 7 && postMenstrualAgeDays <= 64 * 7;

const refuse = (measure: PostnatalMeasure, sex: Sex | null, value: number | null): ZScore | null => {
  if (sex === null) return { kind: 'missing', what: 'sex' };
  const judged = judgeMeasurement(value ?? Number.NaN);
  if (value === null || judged === 'missing') return { kind: 'missing', what: measure.measurement };
  return judged === 'implausible' ? { kind: 'implausible', what: measure.measurement, value } : null;
};

const score = (measure: PostnatalMeasure, sex: Sex | null, value: number | null, x: number): ZScore => {
  if (sex === null || value === null) throw new Error('refused before');
  const { mean, sd } = measure.at(x, sex);
  return scored(((measure.logarithmic ? Math.log(value) : value) - mean) / sd, measure.flags);
};

const valueAt = (measure: PostnatalMeasure, sex: Sex, x: number, z: number): ValueAtZ => {
  const { mean, sd } = measure.at(x, sex);
  const value = measure.logarithmic ? Math.exp(mean + z * sd) : mean + z * sd;
  return value > 0 && Number.isFinite(value) ? { kind: 'value', value } : { kind: 'outOfRange', what: 'z', value: z };
};
