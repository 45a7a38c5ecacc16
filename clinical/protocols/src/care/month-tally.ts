/**
 * What one family adds to the figures of each month, by the worker who did it: facts of the record, counted once. Small
 * enough to be kept for every family; a month is the sum (month-figures.ts).
 */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { EntryId } from '@denba/records/ids';
import type { Fact, Timeline } from '@denba/records/timeline/timeline';
import { type AgreedVisit, agreedVisits } from './agreed-visits.ts';
import type { CareRules } from './follow-up-rules.ts';

export const counted = ['screened', 'positive', 'assessed', 'assessedInTime', 'enrolled', 'visits'] as const;

export type Counts = { readonly [name: string]: number };

export type MonthTally = {
  /** `2026-03` */
  readonly month: string;
  readonly author: string;
  /** By name of `counted`, and exits by their code (`R1`…). Absent is none. */
  readonly counts: Counts;
};

/** As it is kept in the row of a family (`agreed-visits.ts`). */
export type TalliedVisit = Pick<AgreedVisit, 'due' | 'until' | 'author' | 'heldOn'>;

export type FamilyMonths = { readonly tallies: readonly MonthTally[]; readonly agreed: readonly TalliedVisit[] };

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
  return {
    tallies: [...tallies.values()],
    agreed: timeline.children.flatMap(({ id }) => agreedVisits(timeline, id, rules).map(tallied)),
  };
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

const tallied = ({ due, until, author, heldOn }: AgreedVisit): TalliedVisit => ({ due, until, author, heldOn });
