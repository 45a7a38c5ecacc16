/** The WHO z-scores of one visit, at its chronological age or at a given age. All lengths of these visits are lying. */
import type { Sex } from '@denba/growth/sex';
import { headCircumferenceForAge } from '@denba/growth/who/head-circumference-for-age';
import { lengthForAge } from '@denba/growth/who/length-for-age';
import { muacForAge } from '@denba/growth/who/muac-for-age';
import { weightForAge } from '@denba/growth/who/weight-for-age';
import { weightForLength } from '@denba/growth/who/weight-for-length';
import type { ZScore } from '@denba/growth/z-score';
import type { CohortVisit } from './cohort.ts';

export const growthIndices = ['waz', 'laz', 'wlz', 'hcz', 'muacz'] as const;
export type GrowthIndex = (typeof growthIndices)[number];
export type VisitGrowth = Readonly<Record<GrowthIndex, ZScore>>;

export const visitGrowth = (
  sex: Sex | null,
  visit: CohortVisit,
  ageDays: number | null = visit.ageDays,
): VisitGrowth => {
  const weightKg = visit.weightG === null ? null : visit.weightG / 1000;
  const { lengthCm, headCm, muacMm } = visit;
  const measured = 'lying';
  return {
    waz: weightForAge({ sex, ageDays, weightKg }),
    laz: lengthForAge({ sex, ageDays, lengthCm, measured }),
    wlz: weightForLength({ sex, ageDays, weightKg, lengthCm, measured }),
    hcz: headCircumferenceForAge({ sex, ageDays, headCircumferenceCm: headCm }),
    muacz: muacForAge({ sex, ageDays, muacCm: muacMm === null ? null : muacMm / 10 }),
  };
};
