/**
 * Subscapular skinfold-for-age (in mm), 91 to 1826 days: under 91 days there is no standard. WHO Child Growth
 * Standards, 2007. Restricted beyond ±3; flagged beyond ±5; oedema does not matter.
 */
import type { Sex } from '../sex.ts';
import type { ZScore } from '../z-score.ts';
import { type AgeIndex, scoreByAge } from './age-index.ts';
import { subscapularForAgeTable } from './load-subscapular-for-age.ts';

export const subscapularForAgeIndex: AgeIndex = {
  id: 'subscapular-for-age',
  measurement: 'subscapular',
  table: subscapularForAgeTable,
  restricted: true,
  needsNoOedema: false,
  flags: { below: -5, above: 5 },
};

export const subscapularForAge = (child: {
  readonly sex: Sex | null;
  readonly ageDays: number | null;
  readonly subscapularMm: number | null;
}): ZScore =>
  scoreByAge(subscapularForAgeIndex, { sex: child.sex, ageDays: child.ageDays, value: child.subscapularMm });
