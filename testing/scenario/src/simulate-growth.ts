/**
 * The true growth of a simulated infant: z-scores that start at the birth size and drift, with autocorrelation, towards
 * a target of the infant's own. They are turned into measurements by the inverse functions of the standards (WHO for
 * term infants by age, INTERGROWTH-21st postnatal growth for preterm infants by post-menstrual age). WHO's arm
 * circumference starts at 91 days, so the arm circumference follows the weight instead (see the settings).
 */
import {
  postnatalHead,
  postnatalLength,
  postnatalValueAt,
  postnatalWeight,
  scorePostnatal,
} from '@denba/growth/intergrowth/postnatal-growth';
import { isPreterm } from '@denba/growth/intergrowth/size-for-gestation';
import { type AgeIndex, scoreByAge, valueAtAge } from '@denba/growth/who/age-index';
import { headCircumferenceForAgeIndex } from '@denba/growth/who/head-circumference-for-age';
import { lengthForAgeIndex } from '@denba/growth/who/length-for-age';
import { weightForAgeIndex } from '@denba/growth/who/weight-for-age';
import { computedZ, type ValueAtZ, type ZScore } from '@denba/growth/z-score';
import type { Random } from './random.ts';
import { correlated, type SimulatedBirth } from './simulate-birth.ts';
import type { SimulationSettings } from './simulation-settings.ts';

/** The true values at one age. */
export type SimulatedSize = {
  readonly weightKg: number;
  readonly lengthCm: number;
  readonly headCm: number;
  readonly muacMm: number;
  /** Weight z-score on the infant's own standard. */
  readonly z: number;
};

export type SimulatedGrowth = {
  readonly falters: boolean;
  /** Ages must be asked in ascending order, because the drift depends on the previous one. */
  readonly sizeAt: (ageDays: number) => SimulatedSize;
};

const LOWEST_DAY = 3;
const LIMIT_Z = 4.5;

export const simulateGrowth = (
  random: Random,
  birth: SimulatedBirth,
  settings: SimulationSettings,
): SimulatedGrowth => {
  const standard = isPreterm(birth.gestationalAgeDays) ? postnatalStandard(birth) : whoStandard(birth);
  const falters = random.chance(settings.falteringShare);
  const { mean, sd, ofBirthZ } = settings.targetZ;
  const startZ = standard.weight.zAtBirth;
  const target = mean + sd * random.normal() + ofBirthZ * startZ + (falters ? settings.falteringZ : 0);
  const besideTarget = (): number => {
    const z = (target - mean) / sd;
    return mean + sd * correlated(random, settings.lengthCorrelation, z);
  };
  const weight = driftingZ(random.fork('weight'), startZ, target, settings);
  const length = driftingZ(random.fork('length'), standard.length.zAtBirth, besideTarget(), settings);
  const head = driftingZ(random.fork('head'), standard.head.zAtBirth, besideTarget(), settings);
  const loss = firstLoss(random, settings);

  return {
    falters,
    sizeAt: (ageDays) => {
      const z = weight(ageDays);
      const weightKg = standard.weight.valueAt(ageDays, z) * (1 - loss(ageDays));
      const { atOneKilogramMm, exponent, sdMm } = settings.muac;
      return {
        z,
        weightKg,
        lengthCm: standard.length.valueAt(ageDays, length(ageDays)),
        headCm: standard.head.valueAt(ageDays, head(ageDays)),
        muacMm: atOneKilogramMm * weightKg ** exponent + sdMm * random.normal(),
      };
    },
  };
};

/**
 * A z-score that moves from `start` to `target`, halving the distance every two `driftHalfLifeDays`, plus an
 * autocorrelated drift.
 */
const driftingZ = (
  random: Random,
  start: number,
  target: number,
  { driftHalfLifeDays, driftSd }: SimulationSettings,
): ((ageDays: number) => number) => {
  let drift = 0;
  let lastAge = 0;
  return (ageDays) => {
    const memory = 0.5 ** ((ageDays - lastAge) / driftHalfLifeDays);
    drift = memory * drift + driftSd * Math.sqrt(1 - memory * memory) * random.normal();
    lastAge = ageDays;
    const kept = 0.5 ** (ageDays / (2 * driftHalfLifeDays));
    const z = target + (start - target) * kept + drift;
    return Math.min(LIMIT_Z, Math.max(-LIMIT_Z, z));
  };
};

/** The share of the weight that is lost after birth: greatest on day 3, then regained. */
const firstLoss = (random: Random, { firstLoss: { mean, sd, regainedOnDay } }: SimulationSettings) => {
  const greatest = Math.min(0.14, Math.max(0, mean + sd * random.normal()));
  const regained = Math.max(LOWEST_DAY + 2, regainedOnDay + 3 * random.normal());
  return (ageDays: number): number => {
    if (ageDays <= LOWEST_DAY) return greatest * (ageDays / LOWEST_DAY);
    return Math.max(0, greatest * (1 - (ageDays - LOWEST_DAY) / (regained - LOWEST_DAY)));
  };
};

type Measure = { readonly zAtBirth: number; readonly valueAt: (ageDays: number, z: number) => number };
type Standard = { readonly weight: Measure; readonly length: Measure; readonly head: Measure };

const whoStandard = ({ sex, weightKg, lengthCm, headCm }: SimulatedBirth): Standard => {
  const by = (index: AgeIndex, value: number): Measure => ({
    zAtBirth: zOf(scoreByAge(index, { sex, ageDays: 0, value })),
    valueAt: (ageDays, z) => valueIn(valueAtAge(index, sex, ageDays, z)),
  });
  return {
    weight: by(weightForAgeIndex, weightKg),
    length: by(lengthForAgeIndex, lengthCm),
    head: by(headCircumferenceForAgeIndex, headCm),
  };
};

/** After the last day of the postnatal standard the infant grows in proportion to WHO's median of its age. */
const postnatalStandard = (birth: SimulatedBirth): Standard => {
  const { sex, gestationalAgeDays } = birth;
  const lastAge = LAST_POSTNATAL_DAY - gestationalAgeDays;
  const by = (measure: typeof postnatalWeight, afterwards: AgeIndex, value: number): Measure => ({
    zAtBirth: zOf(scorePostnatal(measure, { sex, postMenstrualAgeDays: gestationalAgeDays, value })),
    valueAt: (ageDays, z) => {
      const covered = Math.min(ageDays, lastAge);
      const last = valueIn(postnatalValueAt(measure, sex, gestationalAgeDays + covered, z));
      if (covered === ageDays) return last;
      const median = (age: number): number => valueIn(valueAtAge(afterwards, sex, age, 0));
      return (last * median(ageDays)) / median(lastAge);
    },
  });
  return {
    weight: by(postnatalWeight, weightForAgeIndex, birth.weightKg),
    length: by(postnatalLength, lengthForAgeIndex, birth.lengthCm),
    head: by(postnatalHead, headCircumferenceForAgeIndex, birth.headCm),
  };
};

const LAST_POSTNATAL_DAY = 64 * 7;

const zOf = (score: ZScore): number => {
  const z = computedZ(score);
  if (z === null) throw new RangeError(`a simulated newborn without z-score: ${score.kind}`);
  return z;
};

const valueIn = (answer: ValueAtZ): number => {
  if (answer.kind !== 'value')
    throw new RangeError(`a simulated infant off the standard: ${answer.what} ${answer.value}`);
  return answer.value;
};
