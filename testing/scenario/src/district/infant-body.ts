/** How an infant of the district grows: like other simulated infants, but thinner in the hard season. */
import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Random } from '../random.ts';
import type { SimulatedBirth } from '../simulate-birth.ts';
import { type SimulatedSize, simulateGrowth } from '../simulate-growth.ts';
import { headDivision, lengthDivision, muacDivision, simulateReading, weightDivision } from '../simulate-reading.ts';
import { allBirths, type SimulationSettings } from '../simulation-settings.ts';
import { hardSeason } from './season.ts';

export const districtBirths: SimulationSettings = {
  ...allBirths,
  twinShare: 0.018,
  pretermShare: 0.06,
  smallForGestationShare: 0.09,
  targetZ: { mean: -0.25, sd: 0.65, ofBirthZ: 0.35 },
  falteringShare: 0.05,
  driftSd: 0.2,
  typoShare: 0,
  missingValueShare: 0,
};

/** Displaced families: infants are smaller at birth, and more of them falter. */
export const displacedBirths: SimulationSettings = {
  ...districtBirths,
  smallForGestationShare: 0.36,
  targetZ: { mean: -1.1, sd: 0.8, ofBirthZ: 0.4 },
  falteringShare: 0.2,
};

export type InfantBody = {
  /** The size on a day. Days must be asked in ascending order; the same day may be asked again. */
  readonly sizeOn: (day: LocalDate) => SimulatedSize;
};

/** The share of its weight that the worst of the hard season takes from an average infant. */
const HARD_SEASON_LOSS = 0.06;

export const infantBody = (
  random: Random,
  birth: SimulatedBirth,
  bornOn: LocalDate,
  settings: SimulationSettings,
): InfantBody => {
  const growth = simulateGrowth(random.fork('growth'), birth, settings);
  const delicate = 0.2 + 1.6 * random.next();
  let last: { readonly day: LocalDate; readonly size: SimulatedSize } | null = null;
  return {
    sizeOn: (day) => {
      if (last?.day === day) return last.size;
      const size = growth.sizeAt(daysBetween(bornOn, day));
      const lean = 1 - HARD_SEASON_LOSS * delicate * hardSeason(day);
      last = { day, size: { ...size, weightKg: size.weightKg * lean, muacMm: size.muacMm * (0.3 + 0.7 * lean) } };
      return last.size;
    },
  };
};

export type Scale = { readonly readTo: number; readonly secondReading: boolean };

/** What is read on the scale, the length board and the tapes. */
export const readBody = (random: Random, size: SimulatedSize, { readTo, secondReading }: Scale): JsonObject => {
  const coarse = readTo > 100;
  const division = {
    ...weightDivision,
    step: coarse ? 10 : readTo,
    roundStep: coarse ? readTo : weightDivision.roundStep,
  };
  const settings = { ...districtBirths, roundedShare: coarse ? 0.92 : 0.08 };
  const weight_g = simulateReading(random, size.weightKg * 1000, division, settings);
  const usual = { ...districtBirths, roundedShare: 0.12 };
  return {
    weight_g,
    ...(secondReading && weight_g !== null
      ? { weight_2_g: weight_g + (coarse || random.chance(0.6) ? 0 : random.pick([-10, 10])) }
      : {}),
    length_cm: simulateReading(random, size.lengthCm, lengthDivision, usual),
    head_cm: simulateReading(random, size.headCm, headDivision, usual),
    muac_mm: simulateReading(random, size.muacMm, muacDivision, usual),
  };
};
