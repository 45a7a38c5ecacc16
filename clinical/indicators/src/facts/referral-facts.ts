/** Referrals to inpatient care and whether the hospital received the child; discharges and whether care went on here. */
import { entriesAbout } from '@denba/protocols/care/entries-about';
import type { CareRules } from '@denba/protocols/care/follow-up-rules';
import { addDays, daysBetween } from '@denba/quantities/local-date';
import type { Fact, Timeline } from '@denba/records/timeline/timeline';
import { aboutChild } from './about-child.ts';
import type { CountedFact } from './counted-fact.ts';

/** Before its last day has passed, a child that was not heard of is not counted as one that did not arrive. */
export const referralFacts = (timeline: Timeline, rules: CareRules): readonly CountedFact[] => [
  ...timeline.facts.flatMap((fact) => (isReferral(fact) ? [referred(timeline, fact, rules)] : [])),
  ...timeline.children.flatMap(({ id }) =>
    entriesAbout(timeline, id, 'counter-referral').flatMap(({ form, entry }): readonly CountedFact[] => {
      const { discharged_on: on } = form.answers;
      if (on === null) return [];
      const back = timeline.encounters.find((visit) => visit.child === id && visit.on >= on && isCare(visit.form.kind));
      return [
        {
          ...{ kind: 'hospital-discharged', on, place: entry.facility, family: timeline.family, subject: id },
          entry: entry.id,
          since: back === undefined ? addDays(on, rules.resumeAfterDays + 1) : back.on,
          attributes: {
            ...aboutChild(timeline, id, on),
            back_after_days: back === undefined ? -1 : daysBetween(on, back.on),
          },
        },
      ];
    }),
  ),
];

const isCare = (kind: string): boolean => kind === 'mami-assessment' || kind === 'mami-visit';

/** One that was only written down at a visit and one with a note of transfer on the same day are one. */
const isReferral = ({ kind, attributes }: Fact): boolean =>
  kind === 'transferred' && attributes['transfer'] === 'temporary';

const referred = (timeline: Timeline, fact: Fact, rules: CareRules): CountedFact => {
  const { on, subject } = fact;
  const answer =
    subject === null
      ? undefined
      : entriesAbout(timeline, subject, 'counter-referral').find(
          (note) => note.occurredOn >= on && note.form.answers.referral_result !== 'not_arrived',
        );
  const arrived = answer === undefined ? null : (answer.form.answers.admitted_on ?? answer.occurredOn);
  return {
    ...{ kind: 'referred', on, place: fact.place, family: timeline.family, subject, entry: fact.entry },
    since: answer === undefined ? addDays(on, rules.resumeAfterDays + 1) : answer.occurredOn,
    attributes: {
      ...aboutChild(timeline, subject, on),
      ...{ referral_to: fact.attributes['referral_to'] ?? null, urgent: fact.attributes['urgent'] ?? null },
      received_after_days: arrived === null || arrived < on ? (arrived === null ? -1 : 0) : daysBetween(on, arrived),
    },
  };
};
