/** Gain since the previous weighing, in grams per day, and per day and kilogram of the mean of both weights. */
import { conclusionIn } from '@denba/protocols/care/known-facts/earlier-visits';
import { daysBetween } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Encounter, Timeline } from '@denba/records/timeline/timeline';

export const gainSince = ({ encounters }: Timeline, visit: Encounter): JsonObject => {
  const weight = weightOf(visit);
  const before = encounters.findLast((one) => one.child === visit.child && one.on < visit.on && weightOf(one) !== null);
  const earlier = before === undefined ? null : weightOf(before);
  if (weight === null || earlier === null || before === undefined) return {};
  const days = daysBetween(before.on, visit.on);
  const gained = weight - earlier;
  return {
    gain_days: days,
    gain_g: gained,
    gain_g_day: gained / days,
    gain_g_kg_day: gained / days / ((weight + earlier) / 2000),
  };
};

const weightOf = ({ findings, form }: Encounter): number | null => {
  const weight = conclusionIn(findings, 'weight_used_g') ?? form.answers.weight_g;
  return typeof weight === 'number' ? weight : null;
};
