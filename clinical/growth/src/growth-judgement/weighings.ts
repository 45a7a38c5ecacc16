/** Selects the weighings of a history that may be compared. */
import { weightForLife } from '../life-course.ts';
import { isBirthMeasure } from '../life-course-standard.ts';
import { acceptedZ } from '../z-score.ts';
import type { GrowthHistory } from './growth-history.ts';
import { type CurrentWeighing, isWeight, type Weighing } from './judgement.ts';
import type { StandingZ } from './z-fall.ts';

/**
 * The weighings before the last visit, without those made with oedema: oedema adds weight that is not the infant's own.
 */
export const earlierWeighings = ({ visits }: GrowthHistory): readonly Weighing[] => {
  const weighings: Weighing[] = [];
  for (const { ageDays, weightG, oedema } of visits.slice(0, -1)) {
    if (isWeight(weightG) && oedema !== true) weighings.push({ ageDays, weightG });
  }
  return weighings;
};

/** The weighing of the last visit; `null` when there is none, `'oedema'` when oedema makes it not valid. */
export const currentWeighing = ({ visits }: GrowthHistory): CurrentWeighing => {
  const visit = visits.at(-1);
  if (visit?.oedema === true) return 'oedema';
  return visit !== undefined && isWeight(visit.weightG) ? { ageDays: visit.ageDays, weightG: visit.weightG } : null;
};

/** The weighings with the birth weight put first as day 0, unless there is a weighing on day 0 already. */
export const withBirthWeight = (weighings: readonly Weighing[], birthWeightG: number | null): readonly Weighing[] => {
  const first = weighings[0];
  return !isWeight(birthWeightG) || (first !== undefined && first.ageDays <= 0)
    ? weighings
    : [{ ageDays: 0, weightG: birthWeightG }, ...weighings];
};

/** The weight z of a weighing in the standard that applies at its age; `null` when there is no z or it is flagged. */
export const standingZ = (history: GrowthHistory, { ageDays, weightG }: Weighing): StandingZ | null => {
  const { standard, score } = weightForLife({
    sex: history.sex,
    gestationalAgeDays: history.gestationalAgeDays,
    ageDays,
    birthMeasure: isBirthMeasure(
      ageDays,
      history.visits.map((visit) => visit.ageDays),
    ),
    weightKg: weightG / 1000,
  });
  const z = acceptedZ(score);
  return z === null || standard.kind === 'none' ? null : { ageDays, z, standard: standard.standard };
};
