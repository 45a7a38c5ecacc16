/** How far the figures can be trusted: missing values, improbable z-scores, preferred last digits. */
import type { Cohort } from './cohort.ts';
import { type DigitPreference, digitPreference } from './digit-preference.ts';
import { type Share, shareOf } from './share.ts';
import { type GrowthIndex, visitGrowth } from './visit-growth.ts';

export const measures = ['weight_g', 'length_cm', 'head_circumference_cm', 'muac_mm'] as const;
export type Measure = (typeof measures)[number];

export type DataQuality = {
  /** Missing values, as a share of attended visits. */
  readonly missing: Readonly<Record<'age_days' | Measure, Share>>;
  /** Infants for whom the value is missing. */
  readonly missingAtBirth: Readonly<Record<'sex' | 'gestational_age_days' | 'birth_weight', Share>>;
  /** z-scores beyond WHO's limits, as a share of those computed. */
  readonly flagged: Readonly<Record<GrowthIndex, Share>>;
  /** Standard deviation of the accepted z-scores: large when ages or measurements are poor. */
  readonly sd: Readonly<Record<GrowthIndex, number | null>>;
  readonly digitPreference: Readonly<Record<Measure, DigitPreference>>;
};

export const dataQuality = ({ infants }: Cohort, birthWeights: readonly (number | null)[]): DataQuality => {
  const visits = infants.flatMap((infant) => infant.visits);
  const growths = infants.flatMap((infant) => infant.visits.map((visit) => visitGrowth(infant.sex, visit)));
  const column = {
    age_days: visits.map(({ ageDays }) => ageDays),
    weight_g: visits.map(({ weightG }) => weightG),
    length_cm: visits.map(({ lengthCm }) => lengthCm),
    head_circumference_cm: visits.map(({ headCm }) => headCm),
    muac_mm: visits.map(({ muacMm }) => muacMm),
  };
  const missing = (values: readonly unknown[]): Share =>
    shareOf(values.filter((value) => value === null).length, values.length);
  const digits = (name: Measure, step: number): DigitPreference =>
    digitPreference(
      column[name].flatMap((value) => value ?? []),
      step,
    );
  const accepted = (index: GrowthIndex): number[] =>
    growths.flatMap((growth) => (growth[index].kind === 'scored' ? [growth[index].z] : []));
  const flagged = (index: GrowthIndex): Share => {
    const count = growths.filter((growth) => growth[index].kind === 'flagged').length;
    return shareOf(count, count + accepted(index).length);
  };
  return {
    missing: {
      age_days: missing(column.age_days),
      weight_g: missing(column.weight_g),
      length_cm: missing(column.length_cm),
      head_circumference_cm: missing(column.head_circumference_cm),
      muac_mm: missing(column.muac_mm),
    },
    missingAtBirth: {
      sex: missing(infants.map(({ sex }) => sex)),
      gestational_age_days: missing(infants.map(({ gestationalAgeDays }) => gestationalAgeDays)),
      birth_weight: missing(birthWeights),
    },
    flagged: byIndex(flagged),
    sd: byIndex((index) => standardDeviation(accepted(index))),
    digitPreference: {
      weight_g: digits('weight_g', 10),
      length_cm: digits('length_cm', 0.1),
      head_circumference_cm: digits('head_circumference_cm', 0.1),
      muac_mm: digits('muac_mm', 1),
    },
  };
};

const byIndex = <T>(of: (index: GrowthIndex) => T): Readonly<Record<GrowthIndex, T>> => ({
  waz: of('waz'),
  laz: of('laz'),
  wlz: of('wlz'),
  hcz: of('hcz'),
  muacz: of('muacz'),
});

const standardDeviation = (values: readonly number[]): number | null => {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.round(100 * Math.sqrt(squares / (values.length - 1))) / 100;
};
