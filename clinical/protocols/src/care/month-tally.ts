/**
 * What one family adds to the figures of each month, by the worker who did it: facts of the record, counted once. Small
 * enough to be kept for every family; a month is the sum (month-figures.ts).
 */
import { addDays, daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { EntryId } from '@denba/records/ids';
import type { Fact, Timeline } from '@denba/records/timeline/timeline';
import type { CareRules } from './follow-up-rules.ts';
import { answerIn } from './last-said.ts';
import { isMamiVisit, visitsOf } from './visits-of.ts';

export const counted = ['screened', 'positive', 'assessed', 'assessedInTime', 'enrolled', 'visits'] as const;

export type Counts = { readonly [name: string]: number };

export type MonthTally = {
  /** `2026-03` */
  readonly month: string;
  readonly author: string;
  /** By name of `counted`, and exits by their code (`R1`…). Absent is none. */
  readonly counts: Counts;
};

/** A visit that was agreed: kept, not kept, or not to be told yet. */
export type AgreedVisit = {
  readonly due: LocalDate;
  /** The last day on which it is not yet missed. */
  readonly until: LocalDate;
  /** Who agreed it. */
  readonly author: string;
  /** `null`: nobody came yet. */
  readonly heldOn: LocalDate | null;
};

export type FamilyMonths = { readonly tallies: readonly MonthTally[]; readonly agreed: readonly AgreedVisit[] };

export const familyMonths = (timeline: Timeline, rules: CareRules): FamilyMonths => {
  const authors = new Map(timeline.history.map(({ entry }) => [entry.id, entry.author]));
  const tallies = new Map<string, { month: string; author: string; counts: Record<string, number> }>();
  const add = (on: LocalDate, entry: EntryId, name: string): void => {
    const [month, author] = [on.slice(0, 7), authors.get(entry) ?? ''];
    const tally = tallies.get(`${month} ${author}`) ?? { month, author, counts: {} };
    tally.counts[name] = (tally.counts[name] ?? 0) + 1;
    tallies.set(`${month} ${author}`, tally);
  };
  for (const fact of timeline.facts) {
    const name = nameOf(fact);
    if (name !== null) add(fact.on, fact.entry, name);
    if (!isPositiveScreen(fact)) continue;
    add(fact.on, fact.entry, 'positive');
    if (assessedWithin(timeline, fact, rules.assessWithinDays)) add(fact.on, fact.entry, 'assessedInTime');
  }
  return { tallies: [...tallies.values()], agreed: agreedVisits(timeline, rules) };
};

const nameOf = ({ kind, attributes }: Fact): string | null => {
  if (kind === 'mami-exited') return typeof attributes['exit_code'] === 'string' ? attributes['exit_code'] : null;
  return (
    {
      'mami-screened': 'screened',
      'mami-assessed': 'assessed',
      'mami-enrolled': 'enrolled',
      'mami-visited': 'visits',
    }[kind as string] ?? null
  );
};

const isPositiveScreen = ({ kind, attributes }: Fact): boolean =>
  kind === 'mami-screened' && (attributes['result'] === 'positive' || attributes['result'] === 'urgent');

const assessedWithin = ({ facts }: Timeline, screen: Fact, days: number): boolean =>
  facts.some(
    ({ kind, subject, on }) =>
      kind === 'mami-assessed' && subject === screen.subject && on >= screen.on && on <= addDays(screen.on, days),
  );

/**
 * Every day that was agreed at a visit, with what became of it. One that fell away (the child was in hospital, or left
 * care, before it was missed) was not due.
 */
const agreedVisits = (timeline: Timeline, rules: CareRules): readonly AgreedVisit[] =>
  timeline.children.flatMap(({ id }) => {
    const visits = visitsOf(timeline, id).filter(isMamiVisit);
    return visits.flatMap((visit, index): AgreedVisit[] => {
      const due = answerIn(visit, 'next_due') as LocalDate | null;
      const on = visit.occurredOn;
      const next = visits.slice(index + 1).find(({ occurredOn }) => occurredOn > on) ?? null;
      const isLastOfDay = visits[index + 1]?.occurredOn !== on;
      if (due === null || due <= on || !isLastOfDay) return [];
      const short = daysBetween(on, due) <= rules.shortIntervalDays;
      const until = addDays(due, short ? rules.missedAfterDaysShort : rules.missedAfterDays);
      const heldOn = next?.occurredOn ?? null;
      return fellAway(timeline, id, on, heldOn === null || heldOn > until ? until : heldOn)
        ? []
        : [{ due, until, author: visit.entry.author, heldOn }];
    });
  });

const fellAway = (timeline: Timeline, child: string, from: LocalDate, to: LocalDate): boolean =>
  timeline.episodes.some(
    ({ child: id, periods }) =>
      id === child && periods.some(({ status, from: on }) => status !== 'active' && on >= from && on <= to),
  );
