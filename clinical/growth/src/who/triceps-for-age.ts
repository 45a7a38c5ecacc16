/**
 * Triceps skinfold-for-age (in mm), 91 to 1826 days: under 91 days there is no standard. WHO Child Growth
 * Standards, 2007. Restricted beyond ±3; flagged beyond ±5; oedema does not matter.
 */
import type { Sex } from '../sex.ts';
import type { ZScore } from '../z-score.ts';
import { type AgeIndex, scoreByAge } from './age-index.ts';
import { tricepsForAgeTable } from './load-triceps-for-age.ts';

export const tricepsForAgeIndex: AgeIndex = {
  id: 'triceps-for-age',
  measurement: 'triceps',
  table: tricepsForAgeTable,
  restricted: true,
  needsNoOedema: false,
  flags: { below: -5, above: 5 },
};

export const tricepsForAge = (child: {
  readonly sex: Sex | null;
  readonly ageDays: number | null;
  readonly tricepsMm: number | null;
}): ZScore => scoreByAge(tricepsForAgeIndex, { sex: child.sex, ageDays: child.ageDays, value: child.tricepsMm });
