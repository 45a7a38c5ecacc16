/** How a child entered care, and what was measured on that day: the starting point for gains and outcomes. */
import { daysBetween } from '@denba/quantities/local-date';
import { roundTo2 } from '@denba/quantities/rounding';
import type { EpisodeOfCare, Timeline } from '@denba/records/timeline/timeline';
import { growthFunctions } from '../../growth-functions.ts';
import type { Facts } from './birth-facts.ts';
import { conclusionIn } from './earlier-visits.ts';
import { entriesAbout } from './entries-about.ts';
import { answerIn } from './last-said.ts';
import { sinceLastVisit, visitsOf } from './visits-of.ts';

/** `past`: a timeline that ends before the visit. */
export const enrolmentFacts = (past: Timeline, episode: EpisodeOfCare): Facts => {
  const visit = visitsOf(past, episode.child).find(({ entry }) => entry.id === episode.enrolledBy);
  const measured = (used: string, first: string): number | null => {
    const value = visit === undefined ? null : (conclusionIn(visit.findings, used) ?? answerIn(visit, first));
    return typeof value === 'number' ? Math.floor(value) : null;
  };
  const weight = measured('weight_used_g', 'weight_g');
  const facts = {
    enrolled: episode.status !== 'exited',
    enrol_date: episode.enrolledOn,
    enrol_reason: episode.reasons,
    entry_type: entryType(past, episode),
    enrol_weight_g: weight,
    enrol_muac_mm: measured('muac_used_mm', 'muac_mm'),
    enrol_waz: visit === undefined ? null : (conclusionIn(visit.findings, 'waz') ?? wazOf(past, episode, weight)),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
};

/** How the child last came into care: a return since the last visit takes precedence over the enrolment. */
const entryType = (past: Timeline, episode: EpisodeOfCare): string | null => {
  const { child } = episode;
  const back = sinceLastVisit(past, child, entriesAbout(past, child, 'return-to-care')).at(-1);
  return back?.form.answers.entry_type ?? episode.entryType;
};

/**
 * Weight-for-age at enrolment, for records whose findings do not state it: same standard, the weight of that day,
 * rounded to two decimals.
 */
const wazOf = (past: Timeline, episode: EpisodeOfCare, weight: number | null): number | null => {
  const child = past.children.find(({ id }) => id === episode.child);
  const visit = visitsOf(past, episode.child).find(({ entry }) => entry.id === episode.enrolledBy);
  if (child?.birthDate == null || weight === null || visit === undefined) return null;
  const oedema = answerIn(visit, 'oedema');
  const hasOedema = typeof oedema === 'string' && oedema !== 'not_assessed' ? oedema !== 'none' : null;
  const z = growthFunctions.who_waz.call(
    child.sex,
    daysBetween(child.birthDate, episode.enrolledOn),
    weight,
    hasOedema,
  );
  return typeof z === 'number' ? roundTo2(z) : null;
};
