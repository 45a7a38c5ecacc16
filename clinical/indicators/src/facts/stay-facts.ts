/**
 * Stays in MAMI care: enrolment, return, exit, and the review at six months. `mami-stay` is the enrolment seen from today:
 * it carries how the stay stands or ended, so that a cohort is the stays of a month; `mami-in-care` and `mami-out-of-care`
 * are what a number in care is made of.
 */
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { EpisodeOfCare, Fact, Timeline } from '@denba/records/timeline/timeline';
import { aboutChild } from './about-child.ts';
import type { CountedFact } from './counted-fact.ts';
import { reviewFacts } from './review-facts.ts';
import { visitAttributes } from './visit-facts.ts';

export const stayFacts = (timeline: Timeline, rules: CareRules): readonly CountedFact[] => [
  ...timeline.episodes.flatMap((stay) => [
    ...enrolled(timeline, stay),
    ...inAndOut(timeline, stay),
    ...exited(timeline, stay),
    ...reviewFacts(timeline, stay, nextStayOn(timeline, stay), rules),
  ]),
  ...timeline.facts.flatMap((fact) => (fact.kind === 'mami-returned' ? [returned(timeline, fact)] : [])),
];

/** The day on which another stay of the same child begins: what happens from then on belongs to that one. */
const nextStayOn = ({ episodes }: Timeline, { child, enrolledBy }: EpisodeOfCare): LocalDate | null => {
  const mine = episodes.filter((stay) => stay.child === child);
  return mine[mine.findIndex((stay) => stay.enrolledBy === enrolledBy) + 1]?.enrolledOn ?? null;
};

const enrolled = (timeline: Timeline, stay: EpisodeOfCare): readonly CountedFact[] => {
  const { child: subject, enrolledOn: on, enrolledBy: entry, facility: place, outcome } = stay;
  const visit = timeline.encounters.find((one) => one.entry === entry);
  const attributes: JsonObject = {
    ...(visit === undefined ? {} : visitAttributes(visit)),
    ...aboutChild(timeline, subject, on),
    ...{ entry_type: stay.entryType, enrol_reason: stay.reasons },
  };
  const base = { on, place, family: timeline.family, subject, entry };
  const ended = {
    stay_status: outcome?.code ?? stay.status,
    stay_days: outcome === null ? null : daysBetween(on, outcome.on),
  };
  return [
    { kind: 'mami-enrolled', ...base, attributes },
    { kind: 'mami-stay', ...base, attributes: { ...attributes, ...ended } },
  ];
};

/**
 * The steps of the number in care. A return reopens the same stay, and its earlier exit is none any more; but between the
 * two the child was not in care.
 */
const inAndOut = (timeline: Timeline, { child: subject, periods, ...stay }: EpisodeOfCare): readonly CountedFact[] =>
  periods.flatMap(({ status, from: on }, at): readonly CountedFact[] => {
    const before = periods[at - 1]?.status ?? 'exited';
    if ((status === 'exited') === (before === 'exited')) return [];
    const told = timeline.facts.find((fact) => fact.subject === subject && fact.on === on && moves.has(fact.kind));
    const entry = told?.entry ?? (status === 'exited' ? stay.outcome?.entry : null) ?? stay.enrolledBy;
    return [
      {
        kind: status === 'exited' ? 'mami-out-of-care' : 'mami-in-care',
        ...{ on, place: told?.place ?? stay.facility, family: timeline.family, subject, entry },
        attributes: aboutChild(timeline, subject, on),
      },
    ];
  });

const moves: ReadonlySet<string> = new Set(['mami-enrolled', 'mami-returned', 'mami-exited']);

const returned = (timeline: Timeline, fact: Fact): CountedFact => ({
  ...fact,
  attributes: {
    ...{ ...aboutChild(timeline, fact.subject, fact.on), ...fact.attributes },
    returned_from: timeline.episodes.some(
      ({ child, periods }) =>
        child === fact.subject &&
        periods.some(({ from }, at) => from === fact.on && periods[at - 1]?.status === 'exited'),
    )
      ? 'exit'
      : 'inpatient',
  },
});

const exited = (timeline: Timeline, stay: EpisodeOfCare): readonly CountedFact[] => {
  const { child: subject, outcome } = stay;
  if (outcome === null) return [];
  const fact = timeline.facts.find(({ kind, entry }) => kind === 'mami-exited' && entry === outcome.entry);
  // A death is of the day on which it happened, also when its code was written down later.
  const died = timeline.persons.find(({ id }) => id === subject)?.died?.on;
  const on = outcome.code === 'R5' ? (died ?? outcome.on) : outcome.on;
  const enrolment = timeline.encounters.find((one) => one.entry === stay.enrolledBy);
  const visits = timeline.encounters.filter(
    (one) => one.child === subject && one.form.kind === 'mami-visit' && one.on >= stay.enrolledOn && one.on <= on,
  );
  return [
    {
      kind: 'mami-exited',
      ...{ on, place: fact?.place ?? stay.facility, family: timeline.family, subject },
      entry: outcome.entry,
      attributes: {
        ...aboutChild(timeline, subject, on),
        ...{ exit_code: outcome.code, implied: outcome.implied, visits: visits.length },
        enrol_reason: stay.reasons,
        displaced: enrolment === undefined ? null : (visitAttributes(enrolment)['displaced'] ?? null),
        days_since_enrolment: daysBetween(stay.enrolledOn, on),
        age_at_enrolment_days: aboutChild(timeline, subject, stay.enrolledOn)['age_days'] ?? null,
        distance_min: timeline.contact.distanceMin,
        in_hospital: stay.periods.at(-2)?.status === 'inpatient',
      },
    },
  ];
};
