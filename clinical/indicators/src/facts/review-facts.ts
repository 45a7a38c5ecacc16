/**
 * The review at six months: for which children it was expected, and what it showed. A review belongs to the stay in
 * which it was made; of several reviews, one within the window is used.
 */
import { type CareRules, sixMonthsOn } from '@denba/protocols/care/follow-up/follow-up-rules';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { EpisodeOfCare, Timeline } from '@denba/records/timeline/timeline';
import { aboutChild } from './about-child.ts';
import type { CountedFact } from './counted-fact.ts';
import { visitAttributes } from './visit-facts.ts';

/** `next`: the first day of the child's next stay; `null` when there is none. */
export const reviewFacts = (
  timeline: Timeline,
  stay: EpisodeOfCare,
  next: LocalDate | null,
  rules: CareRules,
): readonly CountedFact[] => {
  const { child: subject, enrolledBy: entry, facility: place } = stay;
  const born = timeline.children.find(({ id }) => id === subject)?.birthDate ?? null;
  if (born === null) return [];
  const on = sixMonthsOn(born, rules);
  const [from, to] = [addDays(on, -rules.reviewBeforeDays), addDays(on, rules.reviewAfterDays)];
  if (stay.enrolledOn > to) return [];
  const reviews = timeline.encounters.filter(
    (one) =>
      one.child === subject &&
      one.form.kind === 'mami-visit' &&
      (one.form.answers.visit_type === 'review' || one.form.answers.reviewed === true) &&
      one.on >= stay.enrolledOn &&
      (next === null || one.on < next),
  );
  const inWindow = reviews.findLast((one) => one.on >= from && one.on <= to);
  const review = inWindow ?? reviews.at(-1);
  const reviewed = inWindow !== undefined;
  const expected: CountedFact = {
    kind: 'mami-six-months',
    on,
    place,
    family: timeline.family,
    subject,
    entry,
    // Children who come are known sooner than those who do not: a share computed earlier would be too good.
    since: addDays(to, 1),
    attributes: { ...aboutChild(timeline, subject, on), reviewed_in_window: reviewed },
  };
  const isExpected = reviewed || !leftBefore(stay, from, on);
  return [
    ...(isExpected ? [expected] : []),
    ...(review === undefined
      ? []
      : [
          {
            kind: 'mami-reviewed',
            on: review.on,
            place: review.facility,
            family: timeline.family,
            subject,
            entry: review.entry,
            attributes: { ...aboutChild(timeline, subject, review.on), ...changesUntil(timeline, stay, review) },
          },
        ]),
  ];
};

/**
 * Whether the stay ended too early for a review to be expected. An exit in the window before six months counts as too
 * early, unless its outcome itself judges the child at six months.
 */
const leftBefore = ({ outcome }: EpisodeOfCare, from: LocalDate, sixMonths: LocalDate): boolean =>
  outcome !== null && (outcome.on < from || (outcome.on < sixMonths && !judgedAtSixMonths.has(outcome.code)));

const judgedAtSixMonths: ReadonlySet<string> = new Set(['R1', 'R1b', 'R2']);

const changesUntil = (timeline: Timeline, stay: EpisodeOfCare, review: Timeline['encounters'][number]): JsonObject => {
  const first = timeline.encounters.find((one) => one.entry === stay.enrolledBy);
  const [then, now] = [first === undefined ? {} : visitAttributes(first), visitAttributes(review)];
  return {
    ...now,
    enrol_reason: stay.reasons,
    waz_change: change(then, now, 'waz'),
    muac_change_mm: change(then, now, 'muac_mm'),
  };
};

const change = (then: JsonObject, now: JsonObject, name: string): number | null => {
  const [before, after] = [then[name], now[name]];
  return typeof before === 'number' && typeof after === 'number' ? after - before : null;
};
