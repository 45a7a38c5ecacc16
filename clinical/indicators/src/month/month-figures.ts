/**
 * « Mon mois »: the figures of one month, for one health worker or a whole place; each share has its numerator and
 * denominator.
 */
import type { AuthorMonths, FamilyMonths } from '@denba/protocols/care/lists/month-tally';
import type { LocalDate } from '@denba/quantities/local-date';

export type Share = { readonly numerator: number; readonly denominator: number };

/** The indicator behind each figure. */
export const monthIndicators = {
  screened: 'MAMI.DEP',
  positive: 'MAMI.IND.02',
  assessed: 'MAMI.EVA',
  assessedInTime: 'MAMI.IND.03',
  enrolled: 'MAMI.IND.05',
  visits: 'MAMI.VIS',
  kept: 'MAMI.IND.24',
  exits: 'MAMI.SOR',
} as const;

type Counts = { readonly [name: string]: number };

export type MonthFigures = {
  readonly screened: number;
  /** Screens that are positive or urgent, of all screens. */
  readonly positive: Share;
  readonly assessed: number;
  /** Positive screens followed by an assessment in time, of those for which the time is over. */
  readonly assessedInTime: Share;
  readonly enrolled: number;
  readonly visits: number;
  /** Agreed visits due in the month that were kept, of those kept or missed by now. */
  readonly kept: Share;
  /** Number of exits by outcome code. */
  readonly exits: Counts;
};

/** Whose figures: those of one worker, or those of a place, given as the ids that its phones record under. */
export type Whose = { readonly author: string } | { readonly places: ReadonlySet<string> };

/** `month`: `2026-03`. Facts that are not yet certain on the day `today` are not counted. */
export const monthFigures = (
  families: Iterable<FamilyMonths>,
  month: string,
  today: LocalDate,
  whose: Whose,
): MonthFigures => {
  const sums = new Map<string, { numerator: number; denominator: number }>();
  const exits: Record<string, number> = {};
  const isTheirs = ({ author, place }: AuthorMonths): boolean =>
    'author' in whose ? author === whose.author : whose.places.has(place);
  for (const months of families) {
    for (const own of months) {
      if (!isTheirs(own)) continue;
      for (const [of, indicator, numerator, denominator, since = null, value = ''] of own.counts) {
        if (of !== month || (since !== null && since > today)) continue;
        if (indicator === monthIndicators.exits) {
          exits[value] = (exits[value] ?? 0) + denominator;
          continue;
        }
        const sum = sums.get(indicator) ?? { numerator: 0, denominator: 0 };
        sum.numerator += numerator;
        sum.denominator += denominator;
        sums.set(indicator, sum);
      }
    }
  }
  const share = (name: keyof typeof monthIndicators): Share =>
    sums.get(monthIndicators[name]) ?? { numerator: 0, denominator: 0 };
  return {
    screened: share('screened').numerator,
    positive: share('positive'),
    assessed: share('assessed').numerator,
    assessedInTime: share('assessedInTime'),
    enrolled: share('enrolled').numerator,
    visits: share('visits').numerator,
    kept: share('kept'),
    exits,
  };
};
