/**
 * Simulated births: single or twins, gestational age and size. Sizes are drawn from the INTERGROWTH-21st newborn
 * standards.
 */
import { newbornHead } from '@denba/growth/intergrowth/head-circumference-for-gestation';
import { newbornLength } from '@denba/growth/intergrowth/length-for-gestation';
import { newbornValueAt } from '@denba/growth/intergrowth/newborn-size';
import { FIRST_TERM_DAY } from '@denba/growth/intergrowth/size-for-gestation';
import { newbornWeight } from '@denba/growth/intergrowth/weight-for-gestation';
import { zOfCentile } from '@denba/growth/normal-distribution';
import type { Sex } from '@denba/growth/sex';
import type { Random } from './random.ts';
import type { SimulationSettings } from './simulation-settings.ts';

/** The true values of one newborn, before any measurement error. */
export type SimulatedBirth = {
  readonly sex: Sex;
  readonly birthCount: 1 | 2;
  readonly birthOrder: 1 | 2;
  readonly gestationalAgeDays: number;
  readonly weightKg: number;
  readonly lengthCm: number;
  readonly headCm: number;
};

const EARLIEST_DAY = 196;
const LATEST_DAY = 300;
const SGA_Z = zOfCentile(10);
const EXTREME_Z = 3.5;

/** The one or two infants of a pregnancy; empty when no birth weight is in the range of the settings. */
export const simulateBirths = (random: Random, settings: SimulationSettings): readonly SimulatedBirth[] => {
  const twins = random.chance(settings.twinShare);
  const gestationalAgeDays = drawGestation(random, twins ? settings.pretermShareOfTwins : settings.pretermShare);
  const together = random.normal();
  const orders: readonly (1 | 2)[] = twins ? [1, 2] : [1];
  return orders
    .map((order) => drawNewborn(random.fork(`child ${order}`), settings, gestationalAgeDays, order, twins, together))
    .filter(({ weightKg }) => isFollowed(weightKg, settings));
};

const isFollowed = (weightKg: number, { birthWeightG: range }: SimulationSettings): boolean =>
  range === null || (weightKg * 1000 >= range.from && weightKg * 1000 < range.below);

/** Draws the gestational age in days. Among preterm births, late preterm ones are the most frequent. */
const drawGestation = (random: Random, pretermShare: number): number => {
  if (random.chance(pretermShare)) {
    const daysEarly = Math.floor(-18 * Math.log(1 - random.next()));
    return Math.max(EARLIEST_DAY, FIRST_TERM_DAY - 1 - daysEarly);
  }
  return Math.min(LATEST_DAY, Math.max(FIRST_TERM_DAY, Math.round(277 + 8 * random.normal())));
};

const drawNewborn = (
  random: Random,
  settings: SimulationSettings,
  gestationalAgeDays: number,
  birthOrder: 1 | 2,
  twins: boolean,
  together: number,
): SimulatedBirth => {
  const sex = random.chance(0.512) ? 'M' : 'F';
  const small = random.chance(settings.smallForGestationShare);
  const z = drawWhere(random, twins ? settings.twinCorrelation : 0, together, (drawn) =>
    small ? drawn < SGA_Z && drawn > -EXTREME_Z : drawn >= SGA_Z && drawn < EXTREME_Z,
  );
  const beside = (): number => correlated(random, settings.lengthCorrelation, z);
  const at = (measure: typeof newbornWeight, score: number): number => {
    const answer = newbornValueAt(measure, sex, gestationalAgeDays, score);
    if (answer.kind !== 'value') throw new RangeError(`no newborn ${measure.id} at z ${score}`);
    return answer.value;
  };
  return {
    sex,
    birthCount: twins ? 2 : 1,
    birthOrder,
    gestationalAgeDays,
    weightKg: at(newbornWeight, z),
    lengthCm: at(newbornLength, beside()),
    headCm: at(newbornHead, beside()),
  };
};

/** A normal draw, correlated with `shared`, that satisfies `fits`; after 20 attempts the correlation is dropped. */
const drawWhere = (random: Random, share: number, shared: number, fits: (z: number) => boolean): number => {
  for (let attempt = 0; ; attempt += 1) {
    const z = correlated(random, attempt < 20 ? share : 0, shared);
    if (fits(z)) return z;
  }
};

/** A standard normal with correlation `r` to `z`. */
export const correlated = (random: Random, r: number, z: number): number =>
  r * z + Math.sqrt(1 - r * r) * random.normal();
