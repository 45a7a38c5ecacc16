/**
 * Mid-upper arm circumference-for-age (in cm, not mm), 91 to 1826 days: under 91 days there is no standard. WHO Child Growth
 * Standards, 2007. Restricted beyond ±3; flagged beyond ±5; oedema does not matter.
 */
import type { Sex } from '../sex.ts';
import type { ZScore } from '../z-score.ts';
import { type AgeIndex, scoreByAge } from './age-index.ts';
import { muacForAgeTable } from './load-muac-for-age.ts';

export const muacForAgeIndex: AgeIndex = {
  id: 'muac-for-age',
  measurement: 'muac',
  table: muacForAgeTable,
  restricted: true,
  needsNoOedema: false,
  flags: { below: -5, above: 5 },
};

export const muacForAge = (child: {
  readonly sex: Sex | null;
  readonly ageDays: number | null;
  readonly muacCm: number | null;
}): ZScore => scoreByAge(muacForAgeIndex, { sex: child.sex, ageDays: child.ageDays, value: child.muacCm });
