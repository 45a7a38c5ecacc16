/**
 * Head circumference-for-age, birth to 1826 days. WHO Child Growth Standards, 2007.
 * L is 1 in the table, so linear and not restricted; flagged beyond ±5; oedema does not matter.
 */
import type { Sex } from '../sex.ts';
import type { ZScore } from '../z-score.ts';
import { type AgeIndex, scoreByAge } from './age-index.ts';
import { headCircumferenceForAgeTable } from './load-head-circumference-for-age.ts';

export const headCircumferenceForAgeIndex: AgeIndex = {
  id: 'head-circumference-for-age',
  measurement: 'headCircumference',
  table: headCircumferenceForAgeTable,
  restricted: false,
  needsNoOedema: false,
  flags: { below: -5, above: 5 },
};

export const headCircumferenceForAge = (child: {
  readonly sex: Sex | null;
  readonly ageDays: number | null;
  readonly headCircumferenceCm: number | null;
}): ZScore =>
  scoreByAge(headCircumferenceForAgeIndex, {
    sex: child.sex,
    ageDays: child.ageDays,
    value: child.headCircumferenceCm,
  });
