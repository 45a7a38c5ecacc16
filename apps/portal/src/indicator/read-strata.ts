/** Reads an indicator for each of its strata. */
import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator } from '@denba/indicators/indicator';
import type { Counted } from '../counts/counted.ts';
import { readCounts } from '../counts/read-counts.ts';
import { ofNothingRecorded } from '../figures/figures-of.ts';
import { hideDerivable } from '../figures/hide-derivable.ts';
import { hasBegunIn } from '../figures/population.ts';
import { type Guard, readGuard } from '../figures/read-guard.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { type StrataOf, valuesOf } from './indicator-figures.ts';

/** The strata of a coverage are counts, because the population is not known by sex or age. */
export const readStrata = async (
  site: PortalSite,
  { reader }: PortalVisit,
  open: OpenPlace,
  indicator: Indicator,
): Promise<readonly StrataOf[]> => {
  const { db, indicators } = site;
  const dimensions = indicators.dimensions.filter(({ name }) => indicator.by.includes(name));
  const counted: Indicator = indicator.kind === 'coverage' ? { ...indicator, kind: 'count' } : indicator;
  const asked = { codes: [indicator.code], span: open.period, shown: [open.place] };
  const together = await readGuard(site, reader, { ...asked, dimension: null });
  const hasBegun = hasBegunIn(open.inside, open.begun)(open.place, open.period.to);
  const figureOf = (mine: readonly Counted[]): Figure => {
    const figure = makeFigure(counted, mine, open);
    return mine.length > 0 || hasBegun ? figure : ofNothingRecorded(figure);
  };
  const all: StrataOf[] = [];
  for (const dimension of dimensions) {
    const counts = await readCounts(db, {
      places: [open.place.id],
      indicators: [indicator.code],
      byMonth: false,
      from: indicator.kind === 'stock' ? null : open.period.from,
      to: open.period.to,
      strata: { dimension: dimension.name },
    });
    const values = valuesOf(dimension);
    const apart = await readGuard(site, reader, { ...asked, dimension: dimension.name });
    const guard: Guard = (figure, place, period) => apart(together(figure, place, period), place, period);
    const figures: readonly Figure[] = hideDerivable(
      values.map(({ value }) =>
        guard(
          figureOf(counts.filter(({ stratum }) => stratum === `${dimension.name}=${value}`)),
          open.place,
          open.period,
        ),
      ),
    );
    const strata = values.flatMap((one, at) => {
      const figure = figures[at];
      return figure === undefined ? [] : [{ ...one, figure }];
    });
    all.push({ dimension, strata });
  }
  return all;
};
