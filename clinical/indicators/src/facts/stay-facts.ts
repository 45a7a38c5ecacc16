/**
 * Stays in MAMI care: enrolment, return, exit, and the review at six months. `mami-stay` is the enrolment with what is
 * known today: it carries the current status or the outcome of the stay, so that a cohort is the stays that began in a
 * month. `mami-in-care` and `mami-out-of-care` are the steps from which the number in care is summed.
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

/** The first day of the child's next stay, or `null`: what happens from that day on belongs to the next stay. */
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
    entry_type: stay.entryType,
    enrol_reason: stay.reasons,
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
 * The changes (in or out of care) that a stay makes to the number in care. A return reopens the same stay and removes
 * its earlier exit; but between the exit and the return the child was not in care.
 */
const inAndOut = (timeline: Timeline, stay: EpisodeOfCare): readonly CountedFact[] =>
  stepsOf(timeline, stay).map(({ isIn, on, entry, place }) => ({
    kind: isIn ? 'mami-in-care' : 'mami-out-of-care',
    on,
    place,
    family: timeline.family,
    subject: stay.child,
    entry,
    attributes: aboutChild(timeline, stay.child, on),
  }));

type Step = Pick<CountedFact, 'on' | 'entry' | 'place'> & { readonly isIn: boolean };

/**
 * A child leaves the care of the place that had taken it in, whichever place reports that it left (for instance the
 * hospital where it died).
 */
const stepsOf = (timeline: Timeline, { child, periods, ...stay }: EpisodeOfCare): readonly Step[] => {
  let place = stay.facility;
  return periods.flatMap(({ status, from: on }, at): readonly Step[] => {
    const before = periods[at - 1]?.status ?? 'exited';
    const isIn = status !== 'exited';
    if (isIn === (before !== 'exited')) return [];
    const told = timeline.facts.find((fact) => fact.subject === child && fact.on === on && moves.has(fact.kind));
    const entry = told?.entry ?? (isIn ? null : stay.outcome?.entry) ?? stay.enrolledBy;
    if (isIn) place = told?.place ?? place;
    return [{ isIn, on, entry, place }];
  });
};

const moves: ReadonlySet<string> = new Set(['mami-enrolled', 'mami-returned', 'mami-exited']);

const returned = (timeline: Timeline, fact: Fact): CountedFact => ({
  ...fact,
  attributes: {
    ...aboutChild(timeline, fact.subject, fact.on),
    ...fact.attributes,
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
  // A death counts on the day on which the child died, even when its exit code was recorded later.
  const died = timeline.persons.find(({ id }) => id === subject)?.died?.on;
  const on = outcome.code === 'R5' ? (died ?? outcome.on) : outcome.on;
  const enrolment = timeline.encounters.find((one) => one.entry === stay.enrolledBy);
  const visits = timeline.encounters.filter(
    (one) => one.child === subject && one.form.kind === 'mami-visit' && one.on >= stay.enrolledOn && one.on <= on,
  );
  return [
    {
      kind: 'mami-exited',
      on,
      family: timeline.family,
      subject,
      entry: outcome.entry,
      place: stepsOf(timeline, stay).findLast(({ isIn }) => isIn)?.place ?? stay.facility,
      attributes: {
        ...aboutChild(timeline, subject, on),
        exit_code: outcome.code,
        implied: outcome.implied,
        visits: visits.length,
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
