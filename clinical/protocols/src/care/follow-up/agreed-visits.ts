/** The days on which a child was agreed to come again, and whether the family came. */
import { addDays, daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { EntryId, FacilityId, PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { answerIn } from '../known-facts/last-said.ts';
import { isMamiVisit, visitsOf } from '../known-facts/visits-of.ts';
import type { CareRules } from './follow-up-rules.ts';

/** An agreed visit; whether it was kept follows from `until` and `heldOn`. */
export type AgreedVisit = {
  readonly child: PersonId;
  readonly due: LocalDate;
  /** The last day on which the visit does not yet count as missed. */
  readonly until: LocalDate;
  /** The entry of the visit at which the day was agreed, with its author and place. */
  readonly entry: EntryId;
  readonly author: string;
  readonly facility: FacilityId;
  /** The day of the next visit; `null` when there was none yet. */
  readonly heldOn: LocalDate | null;
};

/**
 * In the order in which they were agreed. Left out are visits that lapsed (the child was in hospital or left care
 * before they were missed), and visits agreed with a child who had already left care and was only seen in passing.
 */
export const agreedVisits = (timeline: Timeline, child: PersonId, rules: CareRules): readonly AgreedVisit[] => {
  const visits = visitsOf(timeline, child).filter(isMamiVisit);
  return visits.flatMap((visit, index): AgreedVisit[] => {
    const due = answerIn(visit, 'next_due') as LocalDate | null;
    const on = visit.occurredOn;
    const next = visits.slice(index + 1).find(({ occurredOn }) => occurredOn > on) ?? null;
    const isLastOfDay = visits[index + 1]?.occurredOn !== on;
    if (due === null || due <= on || !isLastOfDay) return [];
    const short = daysBetween(on, due) <= rules.shortIntervalDays;
    const until = addDays(due, short ? rules.missedAfterDaysShort : rules.missedAfterDays);
    const heldOn = next?.occurredOn ?? null;
    const { id: entry, author, facility } = visit.entry;
    const last = heldOn === null || heldOn > until ? until : heldOn;
    return hadLeft(timeline, child, on) || fellAway(timeline, child, on, last)
      ? []
      : [{ child, due, until, entry, author, facility, heldOn }];
  });
};

/**
 * Whether the child had left care on that day, judged by its last stay that had begun. False for a child who was never
 * enrolled.
 */
const hadLeft = ({ episodes }: Timeline, child: PersonId, on: LocalDate): boolean =>
  episodes.findLast((stay) => stay.child === child && stay.enrolledOn <= on)?.periods.findLast(({ from }) => from <= on)
    ?.status === 'exited';

const fellAway = (timeline: Timeline, child: PersonId, from: LocalDate, to: LocalDate): boolean =>
  timeline.episodes.some(
    ({ child: id, periods }) =>
      id === child && periods.some(({ status, from: on }) => status !== 'active' && on >= from && on <= to),
  );
