/** « Mon mois »: the figures of a month, of one worker or of all, each share with its numerator and denominator. */
import type { LocalDate } from '@denba/quantities/local-date';
import { type Counts, counted, type FamilyMonths } from './month-tally.ts';

export type Share = { readonly numerator: number; readonly denominator: number };

export type MonthFigures = {
  readonly screened: number;
  /** Positive or urgent, of those screened. */
  readonly positive: Share;
  readonly assessed: number;
  /** Positive screens that were followed by an assessment in time, of the positive ones. */
  readonly assessedInTime: Share;
  readonly enrolled: number;
  readonly visits: number;
  /** Agreed visits of the month that were kept, of those kept or missed by now. */
  readonly kept: Share;
  /** By outcome code. */
  readonly exits: Counts;
};

/** `month`: `2026-03`. `author`: `null` for everybody's. An agreed visit that is not yet missed counts nowhere. */
export const monthFigures = (
  families: Iterable<FamilyMonths>,
  month: string,
  today: LocalDate,
  author: string | null = null,
): MonthFigures => {
  const sum: Record<string, number> = {};
  let [kept, due] = [0, 0];
  const mine = (who: string): boolean => author === null || who === author;
  for (const { tallies, agreed } of families) {
    for (const tally of tallies) {
      if (tally.month !== month || !mine(tally.author)) continue;
      for (const [name, count] of Object.entries(tally.counts)) sum[name] = (sum[name] ?? 0) + count;
    }
    for (const visit of agreed) {
      if (visit.due.slice(0, 7) !== month || !mine(visit.author)) continue;
      const wasHeld = visit.heldOn !== null && visit.heldOn <= visit.until && visit.heldOn <= today;
      if (!wasHeld && visit.until >= today) continue;
      due++;
      if (wasHeld) kept++;
    }
  }
  const of = (name: string): number => sum[name] ?? 0;
  return {
    screened: of('screened'),
    positive: { numerator: of('positive'), denominator: of('screened') },
    assessed: of('assessed'),
    assessedInTime: { numerator: of('assessedInTime'), denominator: of('positive') },
    enrolled: of('enrolled'),
    visits: of('visits'),
    kept: { numerator: kept, denominator: due },
    exits: Object.fromEntries(Object.entries(sum).filter(([name]) => !counted.some((known) => known === name))),
  };
};
