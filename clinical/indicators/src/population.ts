/**
 * How many people an indicator is about, from the population of the catchment area: one chain from the crude birth rate,
 * in which losses, twins and deaths agree with each other, so that there are not fewer expected pregnancies than live
 * births unless twins outweigh every loss. Source: FASTR (maternal specification, 6.0); its shortcut by the twin rate alone
 * breaks that rule and is not used.
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

/** Of the source, but for the birth rate, which is a default for Mali: a country replaces them by its own. */
export const defaultRates: PopulationRates = {
  crudeBirthRate: 40,
  twinShare: 0.015,
  stillbirthShare: 0.02,
  pregnancyLossShare: 0.03,
  neonatalDeathShare: 0.039,
};

/**
 * A flow (births, pregnancies) is what is expected in `months`; people and infants are counted once in each of them, as
 * the indicators over them count. Not rounded.
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
