/**
 * Agreed visits and what became of them: kept by their last day, or missed. A visit is counted only after its last day
 * (`since`): kept visits are known sooner than missed ones, so a share computed earlier would be too good. The first
 * miss of a series also gives a fact that says how soon the family was looked for.
 */
import { type AgreedVisit, agreedVisits } from '@denba/protocols/care/follow-up/agreed-visits';
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { entriesAbout } from '@denba/protocols/care/known-facts/entries-about';
import { addDays, daysBetween } from '@denba/quantities/local-date';
import type { Timeline } from '@denba/records/timeline/timeline';
import { aboutChild } from './about-child.ts';
import type { CountedFact } from './counted-fact.ts';

export const appointmentFacts = (timeline: Timeline, rules: CareRules): readonly CountedFact[] =>
  timeline.children.flatMap(({ id }) => {
    const visits = agreedVisits(timeline, id, rules);
    return visits.flatMap((visit, at) => {
      const due = dueFact(timeline, visit);
      const isMissed = due.attributes['kept'] === false;
      const before = visits[at - 1];
      const isFirst = before === undefined || isKept(before);
      return isMissed && isFirst ? [due, missedFact(timeline, visit, rules)] : [due];
    });
  });

const isKept = ({ heldOn, until }: AgreedVisit): boolean => heldOn !== null && heldOn <= until;

const dueFact = (timeline: Timeline, visit: AgreedVisit): CountedFact => {
  const { child: subject, due: on, facility: place, entry, until, heldOn } = visit;
  const kept = isKept(visit);
  return {
    kind: 'visit-due',
    on,
    place,
    family: timeline.family,
    subject,
    entry,
    since: addDays(until, 1),
    attributes: {
      ...aboutChild(timeline, subject, on),
      kept,
      days_late: heldOn === null ? null : daysBetween(on, heldOn),
      distance_min: timeline.contact.distanceMin,
    },
  };
};

const missedFact = (timeline: Timeline, visit: AgreedVisit, rules: CareRules): CountedFact => {
  const { child: subject, facility: place, entry, until } = visit;
  const on = addDays(until, 1);
  // A search after the due day but before the visit counts as missed is in time: it counts as 0 days.
  const traced = entriesAbout(timeline, subject, 'tracing').find(
    ({ occurredOn, form }) => occurredOn > visit.due && form.answers.tracing_result !== 'not_done',
  );
  return {
    kind: 'visit-missed-first',
    on,
    place,
    family: timeline.family,
    subject,
    entry,
    since: addDays(on, rules.tracedWithinDays + 1),
    attributes: {
      ...aboutChild(timeline, subject, on),
      traced_after_days: traced === undefined ? -1 : Math.max(0, daysBetween(on, traced.occurredOn)),
    },
  };
};
