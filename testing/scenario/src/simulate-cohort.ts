/**
 * A seeded cohort of simulated families, made one at a time, so that a million infants need no more memory than one.
 * The same seed and settings give the same bytes; a family depends only on the seed and its own number.
 */
import { addDays, type LocalDate, localDate } from '@denba/quantities/local-date';
import { createRandom, type Random } from './random.ts';
import { type SimulatedBirth, simulateBirths } from './simulate-birth.ts';
import { type SimulatedSize, simulateGrowth } from './simulate-growth.ts';
import {
  type Division,
  headDivision,
  lengthDivision,
  muacDivision,
  simulateReading,
  weightDivision,
} from './simulate-reading.ts';
import { allBirths, type SimulationSettings } from './simulation-settings.ts';
import { VISIT_WEEKS, type VisitRow } from './visit-rows.ts';

export type SimulatedFamily = {
  readonly mother: number;
  readonly facility: number;
  readonly bornOn: LocalDate;
  readonly infants: readonly SimulatedInfant[];
  /** Generator for what is drawn later about this family: the answers of its entries. */
  readonly random: Random;
};

export type SimulatedInfant = {
  readonly infant: number;
  readonly birth: SimulatedBirth;
  readonly falters: boolean;
  readonly diedOnDay: number | null;
  /** The week of the first visit that the infant missed for good; `null`: it did not default. */
  readonly defaultedFromWeek: number | null;
  readonly visits: readonly SimulatedVisit[];
};

export type SimulatedVisit = {
  readonly row: VisitRow;
  /** The true size at the visit; `null` when the infant was not seen. */
  readonly size: SimulatedSize | null;
};

export type CohortSize = { readonly families: number } | { readonly infants: number };

/**
 * Yields families until there are as many as asked for. With `infants`, twins in the last family may exceed the number
 * by one.
 */
export function* simulateCohort(
  seed: string | number,
  size: CohortSize,
  settings: SimulationSettings = allBirths,
): Generator<SimulatedFamily> {
  const random = createRandom(seed);
  let infants = 0;
  let families = 0;
  for (let draw = 1; 'families' in size ? families < size.families : infants < size.infants; draw += 1) {
    const family = simulateFamily(random.fork(draw), settings, { mother: families + 1, infant: infants + 1 });
    if (family === null) continue;
    families += 1;
    infants += family.infants.length;
    yield family;
  }
}

/** The rows of a cohort, for a CSV file. */
export function* visitRows(families: Iterable<SimulatedFamily>): Generator<VisitRow> {
  for (const { infants } of families) for (const { visits } of infants) for (const { row } of visits) yield row;
}

const simulateFamily = (
  random: Random,
  settings: SimulationSettings,
  next: { readonly mother: number; readonly infant: number },
): SimulatedFamily | null => {
  const births = simulateBirths(random, settings);
  if (births.length === 0) return null;
  return {
    mother: next.mother,
    facility: 1 + random.whole(settings.facilities),
    bornOn: addDays(localDate(settings.firstBirthOn), random.whole(settings.birthDays)),
    infants: births.map((birth, index) =>
      simulateInfant(random.fork(`life ${birth.birthOrder}`), birth, settings, next.mother, next.infant + index),
    ),
    random: random.fork('answers'),
  };
};

const simulateInfant = (
  random: Random,
  birth: SimulatedBirth,
  settings: SimulationSettings,
  mother: number,
  infant: number,
): SimulatedInfant => {
  const growth = simulateGrowth(random.fork('growth'), birth, settings);
  const diedOnDay = random.chance(settings.deathShare) ? drawDeathDay(random, settings) : null;
  const defaultedFromWeek = random.chance(settings.defaultShare) ? random.pick(LATER_WEEKS) : null;
  const gestationKnown = !random.chance(settings.unknownGestationShare);
  const visits = VISIT_WEEKS.map((week): SimulatedVisit => {
    const ageDays = drawAge(random, week);
    const here =
      (diedOnDay === null || ageDays < diedOnDay) &&
      (defaultedFromWeek === null || week < defaultedFromWeek) &&
      (week === 0 || !random.chance(settings.missedVisitShare));
    const size = here ? growth.sizeAt(ageDays) : null;
    const read = (truth: number | undefined, division: Division): number | null =>
      truth === undefined ? null : simulateReading(random, truth, division, settings);
    const row: VisitRow = {
      infant,
      mother,
      birth_count: birth.birthCount,
      birth_order: birth.birthOrder,
      sex: birth.sex,
      gestational_age_days: gestationKnown ? birth.gestationalAgeDays : null,
      visit_week: week,
      attended: here ? 1 : 0,
      age_days: here ? ageDays : null,
      weight_g: read(size === null ? undefined : size.weightKg * 1000, weightDivision),
      length_cm: read(size?.lengthCm, lengthDivision),
      head_circumference_cm: read(size?.headCm, headDivision),
      muac_mm: read(size?.muacMm, muacDivision),
    };
    return { row, size };
  });
  return { infant, birth, falters: growth.falters, diedOnDay, defaultedFromWeek, visits };
};

const LATER_WEEKS = [4, 6, 10, 14, 18, 26] as const;

/** Death is never before the first visit, so that every infant of the cohort was seen once. */
const drawDeathDay = (random: Random, { meanDeathDay }: SimulationSettings): number =>
  FIRST_VISIT_BEFORE_DAY + Math.floor(-meanDeathDay * Math.log(1 - random.next()));

const FIRST_VISIT_BEFORE_DAY = 4;

/** The age in days at a visit: the later a visit is due, the more it varies. The first visit is on day 0 to 3. */
const drawAge = (random: Random, week: number): number => {
  if (week === 0) return random.whole(FIRST_VISIT_BEFORE_DAY);
  const late = Math.round(random.normal() * (0.6 + 0.13 * week));
  return week * 7 + Math.max(-3 - week, Math.min(3 + week, late));
};
