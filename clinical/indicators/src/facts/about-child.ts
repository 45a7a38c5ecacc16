/**
 * The attributes by which a fact about a child is broken down, as known today: sex, age on the day of the fact,
 * circumstances of birth.
 */

import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';

export const aboutChild = ({ children }: Timeline, id: PersonId | null, on: LocalDate): JsonObject => {
  const child = children.find((one) => one.id === id);
  if (child === undefined) return {};
  return {
    sex: child.sex,
    age_days: child.birthDate === null ? null : daysBetween(child.birthDate, on),
    birth_weight_g: child.birthWeightG,
    gestational_age_days: child.gestationalAgeDays,
    birth_count: child.birthCount,
  };
};
