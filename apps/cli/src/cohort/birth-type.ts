/**
 * The type of birth: preterm or term, and small, appropriate or large for gestation. Size is judged by the birth
 * measure, which is the earliest weight before three days of age. Without a known gestation the type is `unknown`;
 * without such a weight only the size is.
 */
import { isPreterm, sizeForGestation, type VulnerableNewbornType } from '@denba/growth/intergrowth/size-for-gestation';
import { isBirthMeasure } from '@denba/growth/life-course-standard';
import type { CohortInfant } from './cohort.ts';

export const birthTypes = [
  'preterm-SGA',
  'preterm-AGA',
  'preterm-LGA',
  'term-SGA',
  'term-AGA',
  'term-LGA',
  'preterm-unknown',
  'term-unknown',
  'unknown',
] as const satisfies readonly (VulnerableNewbornType | string)[];

export type BirthType = (typeof birthTypes)[number];

/** The weight of the birth measure in grams; null when unknown. */
export const birthWeightG = ({ visits }: CohortInfant): number | null => {
  const ages = visits.flatMap(({ ageDays }) => (ageDays === null ? [] : [ageDays]));
  const birth = visits.find(({ ageDays }) => ageDays !== null && isBirthMeasure(ageDays, ages));
  return birth?.weightG ?? null;
};

export const birthTypeOf = (infant: CohortInfant): BirthType => {
  const weight = birthWeightG(infant);
  const size = sizeForGestation({ ...infant, weightKg: weight === null ? null : weight / 1000 });
  if (size.kind === 'classified') return size.type;
  if (infant.gestationalAgeDays === null) return 'unknown';
  return isPreterm(infant.gestationalAgeDays) ? 'preterm-unknown' : 'term-unknown';
};
