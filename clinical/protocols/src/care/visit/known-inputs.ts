/**
 * Everything that the record knows before a visit, under the names of the protocol's data elements: what no mother is
 * asked twice, and what the rules of growth, follow-up and outcome look back at. Unknown facts are absent. What must be
 * observed anew at every visit (danger signs, measurements, feeding, mood) is given only as history (`previous`), never
 * as the current value.
 */
import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { EntryId, PersonId } from '@denba/records/ids';
import type { EpisodeOfCare, Timeline } from '@denba/records/timeline/timeline';
import { type FollowUp, followUp } from '@denba/schedules/follow-up';
import type { Inputs } from '../../assess/read-inputs.ts';
import type { CareRules } from '../follow-up/follow-up-rules.ts';
import { followedEpisode, lastEpisode } from '../follow-up/followed-episode.ts';
import { birthFacts, type Facts } from '../known-facts/birth-facts.ts';
import { askedAtTwins, earlierVisits } from '../known-facts/earlier-visits.ts';
import { enrolmentFacts } from '../known-facts/enrolment-facts.ts';
import { entriesAbout } from '../known-facts/entries-about.ts';
import { answerIn } from '../known-facts/last-said.ts';
import { motherFacts } from '../known-facts/mother-facts.ts';
import { sinceLastVisit, visitsOf } from '../known-facts/visits-of.ts';
import { timelineAsOf } from './timeline-as-of.ts';

/** `without`: the entry that is being corrected; it is left out of what is known. */
export const knownInputs = (
  timeline: Timeline,
  child: PersonId,
  on: LocalDate,
  rules: CareRules,
  without: EntryId | null = null,
): Inputs => {
  const past = timelineAsOf(timeline, on, without);
  const episode = lastEpisode(past, child);
  const twins = askedAtTwins(past, child);
  const dead = past.persons.find(({ id }) => id === child)?.died ?? null;
  return {
    ...motherFacts(past, child),
    ...birthFacts(past, child, rules.lasting),
    ...(episode === null ? { enrolled: false } : enrolmentFacts(past, episode)),
    ...(episode === null ? {} : attendanceFacts(past, episode, on, rules)),
    ...hospitalFacts(past, child, episode),
    ...reviewFacts(past, child),
    ...(dead === null ? {} : { alive: false, ...(dead.dayKnown ? { death_date: dead.on } : {}) }),
    previous: earlierVisits(past, child),
    ...(twins.length === 0 ? {} : { asked_at_twins: twins }),
  };
};

/** How the family kept its appointments, as it stood before this visit. */
const attendanceFacts = (past: Timeline, episode: EpisodeOfCare, on: LocalDate, rules: CareRules): Facts => {
  const followed = followedEpisode(past, episode, rules);
  const now = followUp(followed, rules, on);
  const status = episode.status === 'active' && now.status === 'defaulted' ? 'default' : episode.status;
  const last =
    followed.visits
      .map((visit) => visit.on)
      .sort()
      .at(-1) ?? null;
  const days = followed.visits.filter(({ on: held, next }) => held === last && next !== null);
  const agreed = days.map(({ next }) => next as LocalDate).sort()[0];
  const elsewhere = days.every(({ next, by }) => next !== agreed || by === 'hospital');
  const reached = followed.tracings.flatMap((tracing) => (tracing.reached === true ? [tracing.on] : []));
  const contact = [...reached, ...(last === null ? [] : [last])].sort().at(-1) ?? null;
  return {
    status,
    returned_after_default: hasReturned(past, episode, now),
    missed_n: now.missed.length,
    ...(agreed === undefined || last === null
      ? {}
      : {
          planned_date: agreed,
          planned_by: elsewhere ? 'hospital' : 'visit',
          planned_interval_days: daysBetween(last, agreed),
          days_since_due: daysBetween(agreed, on),
        }),
    ...(contact === null ? {} : { days_since_contact: daysBetween(contact, on) }),
    ...tracingFacts(past, episode.child, last),
  };
};

/**
 * The child defaulted by the rule and is here again, or it exited and was registered as returning since the last visit.
 */
const hasReturned = (past: Timeline, { child }: EpisodeOfCare, now: FollowUp): boolean => {
  const back = sinceLastVisit(past, child, entriesAbout(past, child, 'return-to-care'));
  return now.status === 'defaulted' || back.some(({ form }) => form.answers.entry_type === 'return');
};

/** The last tracing since the family was last seen. */
const tracingFacts = (past: Timeline, child: PersonId, last: LocalDate | null): Facts => {
  const tracing = entriesAbout(past, child, 'tracing').findLast(({ occurredOn }) => last === null || occurredOn > last);
  if (tracing === undefined) return {};
  return { tracing_date: tracing.occurredOn, tracing_result: tracing.form.answers.tracing_result };
};

const hospitalFacts = (past: Timeline, child: PersonId, episode: EpisodeOfCare | null): Facts => {
  const stays = episode?.periods.filter(({ status }) => status === 'inpatient') ?? [];
  const told = [
    ...entriesAbout(past, child, 'return-to-care').map((read) => answerIn(read, 'inpatient_discharge_date')),
    ...entriesAbout(past, child, 'counter-referral').map((read) => answerIn(read, 'discharged_on')),
    ...visitsOf(past, child).map((read) => answerIn(read, 'inpatient_discharge_date')),
    ...stays.map(({ to }) => to),
  ].filter((day): day is string => typeof day === 'string');
  const discharge = told.sort().at(-1);
  return discharge === undefined ? {} : { inpatient_discharge_date: discharge };
};

const reviewFacts = (past: Timeline, child: PersonId): Facts => {
  const review = visitsOf(past, child).findLast((visit) => answerIn(visit, 'reviewed') === true);
  return review === undefined ? {} : { reviewed: true, review_date: review.occurredOn };
};
