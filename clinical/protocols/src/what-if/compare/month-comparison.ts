/** What a draft changes, by month and centre: classes, enrolments, referrals, visits. */
import type { Value } from '@denba/decisions/value';
import { type Baseline, concluded, type Total, wasInCare } from '../replay/baseline.ts';
import type { ConclusionChanges, Move, Replay } from '../replay/replay.ts';

export type MonthCounts = {
  /** Number of assessments by class; `none` for those without a class. */
  readonly classes: Readonly<Record<string, number>>;
  /** Number of assessments that propose enrolment for a child who is not in care yet. */
  readonly enrolled: number;
  /** Number of assessments that propose referral. */
  readonly referred: number;
  /**
   * Number of next visits within the interval that the base sets. Where the base sets a visit in 14 days and a draft in
   * 7, the draft counts two; where only the draft sets a visit, it counts one. The draft's number may have decimals.
   */
  readonly visits: number;
};

export type MonthComparison = {
  readonly month: string;
  readonly place: string;
  readonly assessments: number;
  readonly base: MonthCounts;
  readonly draft: MonthCounts;
};

/** Sorted by month, then by place. Throws when the baseline lacks one of the usual conclusions needed here. */
export const compareMonths = (baseline: Baseline, { changes }: Replay): readonly MonthComparison[] => {
  const months = new Map<string, Counting>();
  const at = ({ month, place }: { readonly month: string; readonly place: string }): Counting => {
    const key = `${month} ${place}`;
    const found = months.get(key) ?? { month, place, assessments: 0, base: blank(), draft: blank() };
    months.set(key, found);
    return found;
  };
  const totals = (name: string): readonly Total[] => {
    const found = baseline.totals[name];
    if (found === undefined) throw new TypeError(`the baseline was made without ${name}`);
    return found;
  };
  const moves = (name: string): readonly Move[] => changes[name]?.moves ?? [];
  for (const total of totals('pair_class')) {
    const counting = at(total);
    counting.assessments += total.count;
    for (const counts of [counting.base, counting.draft]) addTo(counts.classes, codeOf(total.value), total.count);
  }
  for (const move of moves('pair_class')) {
    addTo(at(move).draft.classes, codeOf(move.from), -move.count);
    addTo(at(move).draft.classes, codeOf(move.to), move.count);
  }
  for (const total of totals('enrolment')) {
    const counting = at(total);
    for (const counts of [counting.base, counting.draft]) propose(counts, total.value, total);
  }
  for (const move of enrolmentMoves(baseline, changes['enrolment'])) {
    propose(at(move).draft, move.from, { ...move, count: -1 });
    propose(at(move).draft, move.to, { ...move, count: 1 });
  }
  for (const total of totals('next_visit_days')) {
    if (total.value === null) continue;
    const counting = at(total);
    for (const counts of [counting.base, counting.draft]) counts.visits += total.count;
  }
  for (const move of moves('next_visit_days')) at(move).draft.visits += move.count * visitsMore(move.from, move.to);
  return [...months.values()].sort((a, b) => order(a.month, b.month) || order(a.place, b.place));
};

type Counting = {
  readonly month: string;
  readonly place: string;
  assessments: number;
  readonly base: MutableCounts;
  readonly draft: MutableCounts;
};

type MutableCounts = { readonly classes: Record<string, number>; enrolled: number; referred: number; visits: number };

const blank = (): MutableCounts => ({ classes: {}, enrolled: 0, referred: 0, visits: 0 });

const codeOf = (value: Value): string => (typeof value === 'string' ? value : 'none');

const addTo = (counts: Record<string, number>, key: string, count: number): void => {
  counts[key] = (counts[key] ?? 0) + count;
};

/** Changes of enrolment, one per assessment: `moves` do not tell whether the child was already in care. */
const enrolmentMoves = (baseline: Baseline, changes: ConclusionChanges | undefined) => {
  if (changes === undefined) return [];
  const { month, place } = baseline.columns;
  const isInCare = wasInCare(baseline.columns);
  return [...changes.index].map((index, position) => ({
    month: String(month.values[month.numbers[index] as number] ?? ''),
    place: String(place.values[place.numbers[index] as number] ?? ''),
    inCare: isInCare(index),
    from: concluded(baseline, 'enrolment', index),
    to: changes.to(position),
  }));
};

/** For a child in care, `enrol` means that follow-up goes on (`MAMI.DT.25.11`), so nobody is enrolled. */
const propose = (
  counts: MutableCounts,
  proposal: Value,
  { inCare, count }: { readonly inCare: boolean; readonly count: number },
): void => {
  if (proposal === 'enrol' && !inCare) counts.enrolled += count;
  if (proposal === 'refer') counts.referred += count;
};

const visitsMore = (from: Value, to: Value): number => {
  const [before, after] = [daysOf(from), daysOf(to)];
  if (after === null) return before === null ? 0 : -1;
  return before === null ? 1 : before / after - 1;
};

const daysOf = (value: Value): number | null => (typeof value === 'number' && value > 0 ? value : null);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
