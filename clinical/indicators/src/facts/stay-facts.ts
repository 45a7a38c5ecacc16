/**
 * Stays in MAMI care: enrolment, return, exit, and the review at six months. `mami-stay` is the enrolment seen from today:
 * it carries how the stay stands or ended, so that a cohort is the stays of a month; `mami-in-care` and `mami-out-of-care`
 * are what a number in care is made of.
 */
import { type CareRules, sixMonthsOn } from '@denba/protocols/care/follow-up-rules';
import { addDays, daysBetween } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { EpisodeOfCare, Fact, Timeline } from '@denba/records/timeline/timeline';
import { aboutChild } from './about-child.ts';
import type { CountedFact } from './counted-fact.ts';
import { visitAttributes } from './visit-facts.ts';

export const stayFacts = (timeline: Timeline, rules: CareRules): readonly CountedFact[] =>
  timeline.episodes.flatMap((stay) => [
    ...enrolled(timeline, stay),
    ...movements(timeline, stay),
    ...sixMonths(timeline, stay, rules),
  ]);

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

/** Exits, returns, and the steps of the number in care. A return reopens the same stay. */
const movements = (timeline: Timeline, stay: EpisodeOfCare): readonly CountedFact[] => {
  const mine = timeline.facts.filter(
    ({ kind, subject, on }) =>
      subject === stay.child && on >= stay.enrolledOn && (kind === 'mami-exited' || kind === 'mami-returned'),
  );
  const { child: subject, enrolledOn: on, enrolledBy: entry, facility: place, outcome } = stay;
  const base = { family: timeline.family, subject, attributes: aboutChild(timeline, subject, on) };
  const out = outcome === null ? null : (mine.find((fact) => fact.entry === outcome.entry) ?? null);
  return [
    { ...base, kind: 'mami-in-care', on, place, entry },
    ...mine.flatMap((fact): readonly CountedFact[] => (fact.kind === 'mami-returned' ? [{ ...fact }] : [])),
    ...(outcome === null
      ? []
      : [
          { ...base, kind: 'mami-out-of-care', on: outcome.on, place: out?.place ?? place, entry: outcome.entry },
          exited(timeline, stay, outcome, out),
        ]),
  ];
};

const exited = (
  timeline: Timeline,
  stay: EpisodeOfCare,
  outcome: NonNullable<EpisodeOfCare['outcome']>,
  fact: Fact | null,
): CountedFact => {
  const { child: subject } = stay;
  const enrolment = timeline.encounters.find((one) => one.entry === stay.enrolledBy);
  const visits = timeline.encounters.filter(
    ({ child, form, on }) =>
      child === subject && form.kind === 'mami-visit' && on >= stay.enrolledOn && on <= outcome.on,
  );
  return {
    kind: 'mami-exited',
    on: outcome.on,
    place: fact?.place ?? stay.facility,
    family: timeline.family,
    subject,
    entry: outcome.entry,
    attributes: {
      ...aboutChild(timeline, subject, outcome.on),
      ...{ exit_code: outcome.code, implied: outcome.implied, visits: visits.length },
      ...{
        enrol_reason: stay.reasons,
        displaced: enrolment === undefined ? null : (visitAttributes(enrolment)['displaced'] ?? null),
      },
      days_since_enrolment: daysBetween(stay.enrolledOn, outcome.on),
      age_at_enrolment_days: aboutChild(timeline, subject, stay.enrolledOn)['age_days'] ?? null,
      distance_min: timeline.contact.distanceMin,
      in_hospital: stay.periods.at(-2)?.status === 'inpatient',
    },
  };
};

/** The day on which the child is six months old: only a stay that had not ended before is expected at the review. */
const sixMonths = (timeline: Timeline, stay: EpisodeOfCare, rules: CareRules): readonly CountedFact[] => {
  const { child: subject, outcome, enrolledBy: entry, facility: place } = stay;
  const born = timeline.children.find(({ id }) => id === subject)?.birthDate ?? null;
  if (born === null) return [];
  const on = sixMonthsOn(born, rules);
  const [from, to] = [addDays(on, -rules.reviewBeforeDays), addDays(on, rules.reviewAfterDays)];
  if (stay.enrolledOn > to) return [];
  const review = timeline.encounters.findLast(
    (one) =>
      one.child === subject &&
      one.form.kind === 'mami-visit' &&
      (one.form.answers.visit_type === 'review' || one.form.answers.reviewed === true),
  );
  const reviewed = review !== undefined && review.on >= from && review.on <= to;
  if (!reviewed && outcome !== null && outcome.on < from) return [];
  const expected: CountedFact = {
    ...{ kind: 'mami-six-months', on, place, family: timeline.family, subject, entry },
    since: reviewed ? later(review.on, on) : addDays(to, 1),
    attributes: { ...aboutChild(timeline, subject, on), reviewed_in_window: reviewed },
  };
  if (review === undefined) return [expected];
  const first = timeline.encounters.find((one) => one.entry === stay.enrolledBy);
  const [then, now] = [first === undefined ? {} : visitAttributes(first), visitAttributes(review)];
  return [
    expected,
    {
      ...{ kind: 'mami-reviewed', on: review.on, place: review.facility, family: timeline.family, subject },
      entry: review.entry,
      attributes: {
        ...aboutChild(timeline, subject, review.on),
        ...now,
        enrol_reason: stay.reasons,
        waz_change: change(then, now, 'waz'),
        muac_change_mm: change(then, now, 'muac_mm'),
      },
    },
  ];
};

const change = (then: JsonObject, now: JsonObject, name: string): number | null => {
  const [before, after] = [then[name], now[name]];
  return typeof before === 'number' && typeof after === 'number' ? after - before : null;
};

const later = <Day extends string>(a: Day, b: Day): Day => (a < b ? b : a);
