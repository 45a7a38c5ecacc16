/**
 * Referrals to inpatient care and whether the hospital received the child; discharges and whether care was resumed
 * here.
 */

import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { type EntryOf, entriesAbout } from '@denba/protocols/care/known-facts/entries-about';
import { addDays, daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import type { Fact, Timeline } from '@denba/records/timeline/timeline';
import { aboutChild } from './about-child.ts';
import type { CountedFact } from './counted-fact.ts';

/**
 * The facts are counted once the last day to arrive (or to come back) has passed: before that day, a child that was not
 * heard of cannot be counted as not arrived, and only those who arrived would be counted.
 */
export const referralFacts = (timeline: Timeline, rules: CareRules): readonly CountedFact[] => [
  ...timeline.facts.flatMap((fact) => (isReferral(fact) ? [referred(timeline, fact, rules)] : [])),
  ...timeline.children.flatMap(({ id }) =>
    entriesAbout(timeline, id, 'counter-referral').flatMap(({ form, entry }): readonly CountedFact[] => {
      const { discharged_on: on } = form.answers;
      if (on === null || hasDied(timeline, id, on)) return [];
      const back = timeline.encounters.find((visit) => visit.child === id && visit.on >= on && isCare(visit.form.kind));
      return [
        {
          kind: 'hospital-discharged',
          on,
          place: entry.facility,
          family: timeline.family,
          subject: id,
          entry: entry.id,
          since: addDays(on, rules.resumeAfterDays + 1),
          attributes: {
            ...aboutChild(timeline, id, on),
            back_after_days: back === undefined ? -1 : daysBetween(on, back.on),
          },
        },
      ];
    }),
  ),
];

/** Whether the child had died by that day. A hospital also writes a day of discharge for children who died there. */
const hasDied = ({ persons }: Timeline, child: PersonId, by: LocalDate): boolean => {
  const died = persons.find(({ id }) => id === child)?.died?.on ?? null;
  return died !== null && died <= by;
};

const isCare = (kind: string): boolean => kind === 'mami-assessment' || kind === 'mami-visit';

/**
 * Whether the fact is a temporary transfer (a transfer entry). A referral that a visit only mentions is not counted, so
 * a visit and a transfer note on the same day count once.
 */
const isReferral = ({ kind, attributes }: Fact): boolean =>
  kind === 'transferred' && attributes['transfer'] === 'temporary';

/** Whether the note answers this referral. A late note about an earlier hospital stay does not. */
const isAnswerTo = ({ on, entry }: Fact, { occurredOn, form }: EntryOf<'counter-referral'>): boolean => {
  const { referral_entry, discharged_on } = form.answers;
  if (occurredOn < on) return false;
  return referral_entry === null ? discharged_on === null || discharged_on >= on : referral_entry === entry;
};

const referred = (timeline: Timeline, fact: Fact, rules: CareRules): CountedFact => {
  const { on, subject } = fact;
  const answer =
    subject === null
      ? undefined
      : entriesAbout(timeline, subject, 'counter-referral').find(
          (note) => note.form.answers.referral_result !== 'not_arrived' && isAnswerTo(fact, note),
        );
  const arrived = answer === undefined ? null : (answer.form.answers.admitted_on ?? answer.occurredOn);
  return {
    kind: 'referred',
    on,
    place: fact.place,
    family: timeline.family,
    subject,
    entry: fact.entry,
    since: addDays(on, rules.resumeAfterDays + 1),
    attributes: {
      ...aboutChild(timeline, subject, on),
      referral_to: fact.attributes['referral_to'] ?? null,
      urgent: fact.attributes['urgent'] ?? null,
      received_after_days: arrived === null || arrived < on ? (arrived === null ? -1 : 0) : daysBetween(on, arrived),
    },
  };
};
