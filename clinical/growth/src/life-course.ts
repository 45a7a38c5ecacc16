/**
 * z-scores over a life: each measurement against the standard that `lifeCourseStandard` picks, which is named in the
 * answer. Source of the rule: see life-course-standard.ts.
 *
 * Weight-for-length has no newborn standard: at birth it is refused as out of range of age (use the weight-length
 * ratio). WHO scores use WHO's rules (posture correction, oedema); WHO ages are chronological.
 */
import { headCircumferenceForGestation } from './intergrowth/head-circumference-for-gestation.ts';
import { lengthForGestation } from './intergrowth/length-for-gestation.ts';
import {
  postnatalHead,
  postnatalLength,
  postnatalWeight,
  scorePostnatal,
  scorePostnatalWeightForLength,
} from './intergrowth/postnatal-growth.ts';
import { weightForGestation } from './intergrowth/weight-for-gestation.ts';
import { type LifeCourseMoment, type LifeCourseStandard, lifeCourseStandard } from './life-course-standard.ts';
import type { Sex } from './sex.ts';
import { headCircumferenceForAge } from './who/head-circumference-for-age.ts';
import { lengthForAge } from './who/length-for-age.ts';
import type { Measured } from './who/measured-length.ts';
import { weightForAge } from './who/weight-for-age.ts';
import { weightForLength } from './who/weight-for-length.ts';
import type { ZScore } from './z-score.ts';

export type LifeCourseScore = { readonly standard: LifeCourseStandard; readonly score: ZScore };

type Child = LifeCourseMoment & { readonly sex: Sex | null };

export const weightForLife = (
  child: Child & { readonly weightKg: number | null; readonly oedema?: boolean | null },
): LifeCourseScore =>
  scoreBy(child, {
    oedema: child.oedema ?? null,
    atBirth: () => weightForGestation(child),
    asPreterm: () => scorePostnatal(postnatalWeight, { ...child, ...postMenstrual(child), value: child.weightKg }),
    byWho: () => weightForAge(child),
  });

export const lengthForLife = (
  child: Child & { readonly lengthCm: number | null; readonly measured: Measured | null },
): LifeCourseScore =>
  scoreBy(child, {
    atBirth: () => lengthForGestation(child),
    asPreterm: () => scorePostnatal(postnatalLength, { ...child, ...postMenstrual(child), value: child.lengthCm }),
    byWho: () => lengthForAge(child),
  });

export const headCircumferenceForLife = (
  child: Child & { readonly headCircumferenceCm: number | null },
): LifeCourseScore =>
  scoreBy(child, {
    atBirth: () => headCircumferenceForGestation(child),
    asPreterm: () =>
      scorePostnatal(postnatalHead, { ...child, ...postMenstrual(child), value: child.headCircumferenceCm }),
    byWho: () => headCircumferenceForAge(child),
  });

export const weightForLengthForLife = (
  child: Child & {
    readonly weightKg: number | null;
    readonly lengthCm: number | null;
    readonly measured: Measured | null;
    readonly oedema?: boolean | null;
  },
): LifeCourseScore =>
  scoreBy(child, {
    oedema: child.oedema ?? null,
    atBirth: () => ({ kind: 'outOfRange', what: 'age', value: child.ageDays ?? 0 }),
    asPreterm: () => scorePostnatalWeightForLength(child),
    byWho: () => weightForLength(child),
  });

type Standards = {
  /** Given by the measures that rest on weight: oedema makes them not valid, whichever the standard. */
  readonly oedema?: boolean | null;
  readonly atBirth: () => ZScore;
  readonly asPreterm: () => ZScore;
  readonly byWho: () => ZScore;
};

const scoreBy = (child: Child, standards: Standards): LifeCourseScore => {
  const standard = lifeCourseStandard(child);
  if (standards.oedema === true) return { standard, score: { kind: 'notValid', because: 'oedema' } };
  if (standard.kind === 'none') return { standard, score: refusedBy(standard, child) };
  switch (standard.standard) {
    case 'IG-NBS':
      return { standard, score: standards.atBirth() };
    case 'IG-PNG':
      return { standard, score: standards.asPreterm() };
    case 'WHO':
      return { standard, score: standards.byWho() };
  }
};

const refusedBy = ({ because }: LifeCourseStandard & { readonly kind: 'none' }, child: Child): ZScore => {
  switch (because) {
    case 'ageUnknown':
      return { kind: 'missing', what: 'age' };
    case 'ageNegative':
      return { kind: 'implausible', what: 'age', value: child.ageDays ?? 0 };
    default:
      return { kind: 'outOfRange', what: 'gestationalAge', value: child.gestationalAgeDays ?? 0 };
  }
};

const postMenstrual = ({ gestationalAgeDays, ageDays }: Child): { readonly postMenstrualAgeDays: number | null } => ({
  postMenstrualAgeDays: gestationalAgeDays === null || ageDays === null ? null : gestationalAgeDays + ageDays,
});
