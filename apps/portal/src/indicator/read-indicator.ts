/** An indicator at a place, from the database to plain data. */
import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator } from '@denba/indicators/indicator';
import { closedFigure } from '../closed/closed-figure.ts';
import { readClosed } from '../closed/read-closed.ts';
import type { Counted } from '../counts/counted.ts';
import { groupBy } from '../counts/group-by.ts';
import { readCounts } from '../counts/read-counts.ts';
import { changeOf } from '../figures/change.ts';
import type { FigureOf } from '../figures/figures-of.ts';
import { hideDerivable } from '../figures/hide-derivable.ts';
import { perThousand } from '../figures/per-thousand.ts';
import { type Declared, peopleDuring, populationOf } from '../figures/population.ts';
import { readFigures } from '../figures/read-figures.ts';
import { type Guard, readGuard } from '../figures/read-guard.ts';
import { isUnderWay, monthsOf, trendOf } from '../period/period.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalPlace } from '../place/place-tree.ts';
import { type Outline, readOutlines, readPopulations } from '../place/read-places.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { type IndicatorFigures, type PlaceFigure, type StrataOf, valuesOf } from './indicator-figures.ts';
import { type MapLayer, placesOnMap, whereIs } from './places-on-map.ts';

export const readIndicator = async (
  site: PortalSite,
  visit: PortalVisit,
  open: OpenPlace,
  indicator: Indicator,
): Promise<IndicatorFigures> => {
  const { place, parent, peers, children, inside } = open;
  const layer = placesOnMap(place, inside);
  const shown = [place, ...(parent === null ? [] : [parent]), ...peers, ...children, ...layer.places];
  const asked = { places: open.places, shown, codes: [indicator.code] };
  const [now] = await readFigures(site, visit, { ...asked, periods: [open.period] });
  const ofPlace = { ...asked, shown: [place], periods: [open.previous] as const };
  const [earlier] = await readFigures(site, visit, ofPlace);
  const [figure, before] = [now(indicator, place), earlier(indicator, place)];
  // Of a count too, which is compared by a thousand people.
  const isOfPeople = indicator.population !== null || indicator.unit === 'n';
  const declared = isOfPeople ? await readPopulations(site.db, open.places) : [];
  const people = populationOf(open.places, declared, Number(open.period.to.slice(0, 4)));
  const beside: Beside = (places) =>
    withoutDerivable(places, indicator, now).map((one) => ({
      ...one,
      perThousand: perThousand(indicator, one.figure, people(one.place)),
    }));
  return {
    ...{ indicator, figure, before, change: changeOf(indicator, figure, before, isUnderWay(open.period, visit.today)) },
    months: await readMonths(site, visit, open, indicator, declared),
    compared: comparedIn(open, beside, (place) => {
      const together = now(indicator, place);
      return { together, togetherPerThousand: perThousand(indicator, together, people(place)) };
    }),
    map: mapOf(open, layer, beside),
    outlines: await outlinesOf(site, open),
    strata: await readStrata(site, visit, open, indicator),
  };
};

const outlinesOf = async ({ db }: PortalSite, { place, children }: OpenPlace): Promise<readonly Outline[]> => {
  const below = await readOutlines(
    db,
    children.map(({ id }) => id),
  );
  return below.length > 0 ? below : readOutlines(db, [place.id]);
};

type Beside = (places: readonly PortalPlace[]) => readonly PlaceFigure[];
type Compared = IndicatorFigures['compared'];

const comparedIn = (
  { children, peers, parent, place }: OpenPlace,
  beside: Beside,
  together: (place: PortalPlace) => Pick<Compared, 'together' | 'togetherPerThousand'>,
): Compared => {
  if (children.length > 0) return { places: beside(children), ...together(place), own: null };
  if (parent === null || peers.length < 2) {
    return { places: [], together: null, togetherPerThousand: null, own: null };
  }
  return { places: beside(peers), ...together(parent), own: place.id };
};

const mapOf = ({ inside }: OpenPlace, { kind, places }: MapLayer, beside: Beside): IndicatorFigures['map'] => {
  const siblings = [...groupBy(places, ({ parent }) => parent ?? '').values()];
  return { kind, places: siblings.flatMap(beside).map((one) => ({ ...one, where: whereIs(one.place, inside) })) };
};

const withoutDerivable = (
  places: readonly PortalPlace[],
  indicator: Indicator,
  now: FigureOf,
): readonly Omit<PlaceFigure, 'perThousand'>[] => {
  const figures = hideDerivable(places.map((place) => now(indicator, place)));
  return places.flatMap((place, at) => {
    const figure = figures[at];
    return figure === undefined ? [] : [{ place, figure }];
  });
};

const readMonths = async (
  site: PortalSite,
  { reader, today }: PortalVisit,
  open: OpenPlace,
  indicator: Indicator,
  declared: readonly Declared[],
): Promise<IndicatorFigures['months']> => {
  const isStock = indicator.kind === 'stock';
  const span = trendOf(open.period);
  const counts = await readCounts(site.db, {
    ...{ places: [open.place.id], indicators: [indicator.code], strata: 'together', byMonth: true },
    ...{ from: isStock ? null : span.from, to: span.to },
  });
  const of = (month: string): readonly Counted[] =>
    counts.filter((count) => (isStock ? count.month <= month : count.month === month));
  const months = monthsOf(span);
  const expectedIn = (month: string): number | null =>
    indicator.population === null
      ? null
      : peopleDuring(open.inside, declared, { from: month, to: month }, today)(indicator.population, open.place);
  const guard = await readGuard(site, reader, {
    ...{ codes: [indicator.code], span, shown: [open.place], dimension: null },
  });
  const figures = months.map((month) =>
    guard(makeFigure(indicator, of(month), open, expectedIn(month)), open.place, { from: month, to: month }),
  );
  const closed = await readClosed(site.db, open, span, [indicator.code]);
  return months.flatMap((month, at) => {
    const figure = (isStock ? figures : hideDerivable(figures))[at];
    return figure === undefined
      ? []
      : [{ month, figure, closed: closedFigure(indicator, month, closed, open, expectedIn(month)) }];
  });
};

/** Of a coverage the population is not known by sex or age: its strata are counts. */
const readStrata = async (
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
  const all: StrataOf[] = [];
  for (const dimension of dimensions) {
    const counts = await readCounts(db, {
      ...{ places: [open.place.id], indicators: [indicator.code], byMonth: false },
      ...{ from: indicator.kind === 'stock' ? null : open.period.from, to: open.period.to },
      strata: { dimension: dimension.name },
    });
    const values = valuesOf(dimension);
    const apart = await readGuard(site, reader, { ...asked, dimension: dimension.name });
    const guard: Guard = (figure, place, period) => apart(together(figure, place, period), place, period);
    const figures: readonly Figure[] = hideDerivable(
      values.map(({ value }) =>
        guard(
          makeFigure(
            counted,
            counts.filter(({ stratum }) => stratum === `${dimension.name}=${value}`),
            open,
          ),
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
