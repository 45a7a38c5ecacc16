/**
 * The months of a place as each was on the day on which it was closed, with only the entries that the server had
 * received by then. Pure; counted by the same evaluator as on the server.
 */
import { type SumFacts, sumFacts } from '@denba/indicators/count/count-facts';
import { createSums } from '@denba/indicators/count/sums';
import type { CountedFact } from '@denba/indicators/facts/counted-fact';
import type { IndicatorSet } from '@denba/indicators/indicator';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Entry } from '@denba/records/entry';
import type { ClosedMonth } from '@denba/server/demonstration/district-load';
import { closingDay } from '@denba/server/figures/months-to-close';
import type { FigureCount } from '@denba/sync-server/figures/figures';
import { eachCell } from '@denba/sync-server/figures/sum-cells';

export type ReceivedEntry = { readonly entry: Entry; readonly receivedMs: number };

export type Closing = {
  readonly place: string;
  /** Such as `2026-03`, ascending. */
  readonly months: readonly string[];
  /** What entries of families that are read together say that is counted. */
  readonly factsOf: (entries: readonly Entry[]) => readonly CountedFact[];
  readonly count: CountMonth;
};

/** Families that are folded together: their entries in the order of arrival, and the facts of all of them. */
export type Together = { readonly received: readonly ReceivedEntry[]; readonly facts: readonly CountedFact[] };

export const closedMonths = (
  families: readonly Together[],
  { place, months, factsOf, count }: Closing,
): readonly ClosedMonth[] => {
  const ofMonth = new Map<string, CountedFact[]>(months.map((month) => [month, []]));
  for (const { received, facts } of families) {
    let known: readonly CountedFact[] = [];
    let taken = 0;
    for (const month of months) {
      const day = Date.parse(closingDay(month));
      const until = received.findIndex(({ receivedMs }) => receivedMs >= day);
      const arrived = until === -1 ? received.length : until;
      if (arrived > taken) {
        taken = arrived;
        const said =
          arrived === received.length ? facts : factsOf(received.slice(0, arrived).map(({ entry }) => entry));
        known = said.filter((fact) => fact.place === place);
      }
      ofMonth.get(month)?.push(...known.filter((fact) => count.isOf(fact, month)));
    }
  }
  return months.map((month) => ({
    month,
    at: closingDay(month),
    counts: count.cells(ofMonth.get(month) ?? [], month),
  }));
};

export type CountMonth = {
  /** Whether a fact counts in a month: it is of this month, or it is an earlier fact of a kind that a stock counts. */
  readonly isOf: (fact: CountedFact, month: string) => boolean;
  readonly cells: (facts: readonly CountedFact[], month: string) => readonly FigureCount[];
};

export const countMonth = ({ indicators, dimensions }: IndicatorSet): CountMonth => {
  const stocks = indicators.filter(({ kind }) => kind === 'stock');
  const kinds = new Set(stocks.flatMap(({ fact }) => fact?.split(' ') ?? []));
  const all = sumFacts({ indicators, dimensions });
  const there = sumFacts({ indicators: stocks.map((one) => ({ ...one, by: [] })), dimensions: [] });
  return {
    isOf: ({ kind, on }, month) => {
      const of = on.slice(0, 7);
      return of === month || (of < month && kinds.has(kind));
    },
    cells: (facts, month) => {
      const today = closingDay(month).slice(0, 10) as LocalDate;
      const ofMonth = facts.filter(({ on }) => on.startsWith(month));
      return [...added(all, ofMonth, today), ...summed(added(there, facts, today), month)];
    },
  };
};

const added = (add: SumFacts, facts: readonly CountedFact[], today: LocalDate): readonly FigureCount[] => {
  const sums = createSums();
  add(sums, facts, today);
  return sums.counts();
};

/** The stocks at the end of the month: the sum of what came and went in all months up to then (`close-months.ts`). */
const summed = (counts: readonly FigureCount[], month: string): readonly FigureCount[] =>
  eachCell(counts.map((one) => ({ ...one, month, stratum: 'stock' })));
