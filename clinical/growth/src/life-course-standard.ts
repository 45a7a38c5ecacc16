/**
 * Which standard a measurement is compared with, by gestation and age: newborn size at birth, postnatal growth of
 * preterm infants up to 64 weeks of post-menstrual age, then WHO by chronological (uncorrected) age.
 * Source: the rule of the GIGS project (Parker et al., R package gigs, gigs_zscoring.R).
 *
 * Where GIGS gives no standard because gestation is unknown, WHO by chronological age is used and `because` says so
 * (mami.md §6.1). After 64 weeks the change from post-menstrual to uncorrected age makes a visible step: mark it on
 * charts.
 */
import { isPreterm } from './intergrowth/size-for-gestation.ts';

export type LifeCourseStandard =
  | { readonly kind: 'standard'; readonly standard: 'IG-NBS'; readonly because: 'birthMeasure' }
  | { readonly kind: 'standard'; readonly standard: 'IG-PNG'; readonly because: 'preterm27To64Weeks' }
  | {
      readonly kind: 'standard';
      readonly standard: 'WHO';
      readonly because: 'bornAtTerm' | 'pretermAfter64Weeks' | 'bornAfter42Weeks' | 'gestationalAgeUnknown';
    }
  | {
      readonly kind: 'none';
      readonly because: 'ageUnknown' | 'ageNegative' | 'bornBefore24Weeks' | 'pretermBefore27Weeks';
    };

export type LifeCourseMoment = {
  readonly gestationalAgeDays: number | null;
  readonly ageDays: number | null;
  /** Whether the measurement is the child's birth measure: see `isBirthMeasure`. */
  readonly birthMeasure: boolean;
};

export const lifeCourseStandard = ({
  gestationalAgeDays,
  ageDays,
  birthMeasure,
}: LifeCourseMoment): LifeCourseStandard => {
  if (ageDays === null || Number.isNaN(ageDays)) return { kind: 'none', because: 'ageUnknown' };
  if (ageDays < 0) return { kind: 'none', because: 'ageNegative' };
  if (gestationalAgeDays === null || Number.isNaN(gestationalAgeDays)) {
    return { kind: 'standard', standard: 'WHO', because: 'gestationalAgeUnknown' };
  }
  if (birthMeasure && gestationalAgeDays > 300)
    return { kind: 'standard', standard: 'WHO', because: 'bornAfter42Weeks' };
  if (birthMeasure && gestationalAgeDays >= 168)
    return { kind: 'standard', standard: 'IG-NBS', because: 'birthMeasure' };
  if (!isPreterm(gestationalAgeDays)) return { kind: 'standard', standard: 'WHO', because: 'bornAtTerm' };
  const weeks = (gestationalAgeDays + ageDays) / 7;
  if (weeks > 64) return { kind: 'standard', standard: 'WHO', because: 'pretermAfter64Weeks' };
  if (weeks >= 27) return { kind: 'standard', standard: 'IG-PNG', because: 'preterm27To64Weeks' };
  return { kind: 'none', because: birthMeasure ? 'bornBefore24Weeks' : 'pretermBefore27Weeks' };
};

/**
 * Whether a measurement at `ageDays` is the birth measure of a child measured at `allAges`: the earliest one, taken
 * before the age of three days. Several records at that same age are all birth measures.
 */
export const isBirthMeasure = (ageDays: number, allAges: readonly number[]): boolean =>
  ageDays >= 0 && ageDays < 3 && allAges.every((other) => !(other >= 0 && other < ageDays));
