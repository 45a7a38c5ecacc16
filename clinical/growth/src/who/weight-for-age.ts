/**
 * Weight-for-age, birth to 1826 days. WHO Child Growth Standards, 2006.
 * Restricted beyond ±3; flagged under −6 or over 5; not valid with oedema; a weight ≤ 0 is implausible.
 */
import type { Sex } from '../sex.ts';
import type { ZScore } from '../z-score.ts';
import { type AgeIndex, scoreByAge } from './age-index.ts';
import { weightForAgeTable } from './load-weight-for-age.ts';

export const weightForAgeIndex: AgeIndex = {
  id: 'weight-for-age',
  measurement: 'weight',
  table: weightForAgeTable,
  restricted: true,
  needsNoOedema: true,
  flags: { below: -6, above: 5 },
};

export const weightForAge = (child: {
  readonly sex: Sex | null;
  readonly ageDays: number | null;
  readonly weightKg: number | null;
  readonly oedema?: boolean | null;
}): ZScore =>
  scoreByAge(weightForAgeIndex, {
    sex: child.sex,
    ageDays: child.ageDays,
    value: child.weightKg,
    oedema: child.oedema ?? null,
  });
