/** Reads an indicator month by month, both the current figure and the figure as the month was closed. */
import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator } from '@denba/indicators/indicator';
import { closedFigure } from '../closed/closed-figure.ts';
import { readClosed } from '../closed/read-closed.ts';
import type { Counted } from '../counts/counted.ts';
import { readCounts } from '../counts/read-counts.ts';
import { ofNothingRecorded } from '../figures/figures-of.ts';
import { hideDerivable } from '../figures/hide-derivable.ts';
import { type Expected, hasBegunIn, peopleDuring } from '../figures/population.ts';
import { readGuard } from '../figures/read-guard.ts';
import { monthsOf, trendOf } from '../period/period.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import type { IndicatorFigures } from './indicator-figures.ts';

export const readMonths = async (
  site: PortalSite,
  { reader, today }: PortalVisit,
  open: OpenPlace,
  indicator: Indicator,
  expected: Expected,
): Promise<IndicatorFigures['months']> => {
  const isStock = indicator.kind === 'stock';
  const span = trendOf(open.period);
  const counts = await readCounts(site.db, {
    places: [open.place.id],
    indicators: [indicator.code],
    strata: 'together',
    byMonth: true,
    from: isStock ? null : span.from,
    to: span.to,
  });
  const of = (month: string): readonly Counted[] =>
    counts.filter((count) => (isStock ? count.month <= month : count.month === month));
  const months = monthsOf(span);
  const expectedIn = (month: string): number | null =>
    indicator.population === null
      ? null
      : peopleDuring(expected, { from: month, to: month }, today)(indicator.population, open.place);
  const hasBegun = hasBegunIn(expected.places, expected.begun);
  const figureIn = (month: string): Figure => {
    const figure = makeFigure(indicator, of(month), open, expectedIn(month));
    return of(month).length > 0 || hasBegun(open.place, month) ? figure : ofNothingRecorded(figure);
  };
  const guard = await readGuard(site, reader, { codes: [indicator.code], span, shown: [open.place], dimension: null });
  const figures = months.map((month) => guard(figureIn(month), open.place, { from: month, to: month }));
  const closed = await readClosed(site.db, open, span, [indicator.code]);
  return months.flatMap((month, at) => {
    const figure = (isStock ? figures : hideDerivable(figures))[at];
    return figure === undefined
      ? []
      : [{ month, figure, closed: closedFigure(indicator, month, closed, open, expectedIn(month)) }];
  });
};
