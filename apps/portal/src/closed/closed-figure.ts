/** A month's figure as it was closed, beside the one that lives on. */
import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator } from '@denba/indicators/indicator';
import type { ClosedMonths } from './read-closed.ts';

export type ClosedFigure = {
  /** On which the last of the centres closed the month. */
  readonly on: string;
  /** How many of them did. */
  readonly closed: number;
  readonly centres: number;
  readonly figure: Figure;
};

/**
 * `null`: nobody closed the month; or the reader sees no small numbers, and what came between two figures is a small number;
 * or it is a stock, and one of the centres closed the month before stocks were kept.
 */
export const closedFigure = (
  indicator: Indicator,
  month: string,
  { centres, byMonth, counts }: ClosedMonths,
  reader: { readonly mayReadRegister: boolean },
  expected: number | null,
): ClosedFigure | null => {
  const when = byMonth.get(month);
  if (when === undefined || !reader.mayReadRegister) return null;
  const { closed, withStocks, on } = when;
  const isStock = indicator.kind === 'stock';
  if (isStock && withStocks < closed) return null;
  const stratum = isStock ? 'stock' : '';
  const mine = counts.filter(
    (count) => count.indicator === indicator.code && count.month === month && count.stratum === stratum,
  );
  return { on, closed, centres, figure: makeFigure(indicator, mine, reader, expected) };
};

/** What came since: to the numerator and, of a share, to those of whom it is known. `null`: nothing moved. */
export const cameSince = (
  { kind }: Indicator,
  { figure: closed }: ClosedFigure,
  now: Figure,
): { readonly numerator: number; readonly known: number } | null => {
  const numerator = now.numerator - closed.numerator;
  const known = knownOf(now) - knownOf(closed);
  const isSame = numerator === 0 && (kind === 'coverage' || known === 0) && now.value === closed.value;
  return isSame ? null : { numerator, known };
};

const knownOf = ({ denominator, unknown }: Figure): number => (denominator ?? 0) - unknown;
