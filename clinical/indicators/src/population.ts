/**
 * How many people an indicator is about, computed from the population of the catchment area. All numbers form one chain
 * from the crude birth rate, in which losses, twins and deaths are consistent: expected pregnancies are fewer than live
 * births only where twins outweigh every loss. Source: FASTR (maternal specification, 6.0); its shortcut by the twin
 * rate alone breaks that rule and is not used.
 */
import type { PopulationGroup } from './indicator.ts';

export type PopulationRates = {
  /** Live births a year for each 1,000 people. */
  readonly crudeBirthRate: number;
  readonly twinShare: number;
  readonly stillbirthShare: number;
  readonly pregnancyLossShare: number;
  readonly neonatalDeathShare: number;
};

/**
 * The rates of the source, except the birth rate, which is a default for Mali. A country replaces them with its own.
 */
export const defaultRates: PopulationRates = {
  crudeBirthRate: 40,
  twinShare: 0.015,
  stillbirthShare: 0.02,
  pregnancyLossShare: 0.03,
  neonatalDeathShare: 0.039,
};

/**
 * Size of the group over `months`, not rounded. Flows (births, deliveries, pregnancies) are the number expected in that
 * time; people and infants are counted once per month, as the indicators over them count.
 */
export const peopleIn = (
  group: PopulationGroup,
  population: number,
  months: number,
  rates: PopulationRates = defaultRates,
): number => {
  const liveBirths = (population * rates.crudeBirthRate) / 1000;
  const deliveries = (liveBirths * (1 - 0.5 * rates.twinShare)) / (1 - rates.stillbirthShare);
  const aYear: Readonly<Record<PopulationGroup, number>> = {
    population,
    live_births: liveBirths,
    deliveries,
    pregnancies: deliveries / (1 - rates.pregnancyLossShare),
    infants_0_5_months: (liveBirths * (1 - rates.neonatalDeathShare)) / 2,
  };
  return isFlow(group) ? (aYear[group] * months) / 12 : aYear[group] * months;
};

const isFlow = (group: PopulationGroup): boolean => group !== 'population' && group !== 'infants_0_5_months';
