/**
 * z-scores over a child's life: each measurement is scored by the standard that `lifeCourseStandard` chooses, and the
 * result names that standard. Source of the rule: see life-course-standard.ts.
 *
 * There is no newborn standard for weight-for-length: at birth it is refused as age out of range (use the weight-length
 * ratio). WHO scores follow WHO's rules (posture correction, oedema); WHO ages are chronological.
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
): LifeCourseScore => {
  const standard = lifeCourseStandard(child);
  if (child.oedema === true) return { standard, score: notValid };
  switch (nameOf(standard)) {
    case 'IG-NBS':
      return { standard, score: weightForGestation(child) };
    case 'IG-PNG':
      return { standard, score: scorePostnatal(postnatalWeight, asPreterm(child, child.weightKg)) };
    case 'WHO':
      return { standard, score: weightForAge(child) };
    default:
      return { standard, score: refusedBy(standard, child) };
  }
};

export const lengthForLife = (
  child: Child & { readonly lengthCm: number | null; readonly measured: Measured | null },
): LifeCourseScore => {
  const standard = lifeCourseStandard(child);
  switch (nameOf(standard)) {
    case 'IG-NBS':
      return { standard, score: lengthForGestation(child) };
    case 'IG-PNG':
      return { standard, score: scorePostnatal(postnatalLength, asPreterm(child, child.lengthCm)) };
    case 'WHO':
      return { standard, score: lengthForAge(child) };
    default:
      return { standard, score: refusedBy(standard, child) };
  }
};

export const headCircumferenceForLife = (
  child: Child & { readonly headCircumferenceCm: number | null },
): LifeCourseScore => {
  const standard = lifeCourseStandard(child);
  switch (nameOf(standard)) {
    case 'IG-NBS':
      return { standard, score: headCircumferenceForGestation(child) };
    case 'IG-PNG':
      return { standard, score: scorePostnatal(postnatalHead, asPreterm(child, child.headCircumferenceCm)) };
    case 'WHO':
      return { standard, score: headCircumferenceForAge(child) };
    default:
      return { standard, score: refusedBy(standard, child) };
  }
};

export const weightForLengthForLife = (
  child: Child & {
    readonly weightKg: number | null;
    readonly lengthCm: number | null;
    readonly measured: Measured | null;
    readonly oedema?: boolean | null;
  },
): LifeCourseScore => {
  const standard = lifeCourseStandard(child);
  if (child.oedema === true) return { standard, score: notValid };
  switch (nameOf(standard)) {
    case 'IG-NBS':
      return { standard, score: { kind: 'outOfRange', what: 'age', value: child.ageDays ?? 0 } };
    case 'IG-PNG':
      return { standard, score: scorePostnatalWeightForLength(child) };
    case 'WHO':
      return { standard, score: weightForLength(child) };
    default:
      return { standard, score: refusedBy(standard, child) };
  }
};

/** Oedema makes every measure that depends on weight not valid, in any standard. */
const notValid: ZScore = { kind: 'notValid', because: 'oedema' };

const nameOf = (standard: LifeCourseStandard) => (standard.kind === 'standard' ? standard.standard : null);

const asPreterm = ({ sex, gestationalAgeDays, ageDays }: Child, value: number | null) => ({
  sex,
  postMenstrualAgeDays: gestationalAgeDays === null || ageDays === null ? null : gestationalAgeDays + ageDays,
  value,
});

const refusedBy = ({ because }: LifeCourseStandard, child: Child): ZScore => {
  switch (because) {
    case 'ageUnknown':
      return { kind: 'missing', what: 'age' };
    case 'ageNegative':
      return { kind: 'implausible', what: 'age', value: child.ageDays ?? 0 };
    default:
      return { kind: 'outOfRange', what: 'gestationalAge', value: child.gestationalAgeDays ?? 0 };
  }
};
