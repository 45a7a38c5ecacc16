/** The figure of a month as it was closed, shown beside the current figure, which still changes. */
import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator } from '@denba/indicators/indicator';
import type { ClosedMonths } from './read-closed.ts';

export type ClosedFigure = {
  /** The UTC day on which the last of these centres closed the month. */
  readonly on: string;
  /** How many of the centres closed the month. */
  readonly closed: number;
  readonly centres: number;
  readonly figure: Figure;
};

/**
 * Returns `null` when nobody closed the month; when the reader may not see small numbers, because the difference
 * between two figures is a small number; and for a stock, when one of the centres closed the month before stocks were
 * kept.
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

/**
 * What changed since the month was closed: the difference of the numerators and, for a share, of the cases in which the
 * answer is known. Returns `null` when nothing changed.
 */
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
