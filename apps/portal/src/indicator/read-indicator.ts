/** Reads an indicator at a place from the database, as plain data. */
import type { Indicator } from '@denba/indicators/indicator';
import { groupBy } from '../counts/group-by.ts';
import { changeOf } from '../figures/change.ts';
import type { FigureOf } from '../figures/figures-of.ts';
import { hideDerivable } from '../figures/hide-derivable.ts';
import { perThousand } from '../figures/per-thousand.ts';
import { populationOf } from '../figures/population.ts';
import { readFigures } from '../figures/read-figures.ts';
import { isUnderWay } from '../period/period.ts';
import type { OpenPlace } from '../place/open-place.ts';
import { isCentre, type PortalPlace } from '../place/place-tree.ts';
import { type Outline, readOutlined, readOutlines, readPopulations } from '../place/read-places.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import type { IndicatorFigures, PlaceFigure } from './indicator-figures.ts';
import { type MapLayer, placesOnMap, whereIs } from './places-on-map.ts';
import { readMonths } from './read-months.ts';
import { readStrata } from './read-strata.ts';

export const readIndicator = async (
  site: PortalSite,
  visit: PortalVisit,
  open: OpenPlace,
  indicator: Indicator,
): Promise<IndicatorFigures> => {
  const { place, parent, peers, children, inside, begun } = open;
  const layer = placesOnMap(place, inside);
  const shown = [place, ...(parent === null ? [] : [parent]), ...peers, ...children, ...layer.places];
  const asked = { places: open.places, begun, shown, codes: [indicator.code] };
  const [now] = await readFigures(site, visit, { ...asked, periods: [open.period] });
  const ofPlace = { ...asked, shown: [place], periods: [open.previous] as const };
  const [earlier] = await readFigures(site, visit, ofPlace);
  const [figure, before] = [now(indicator, place), earlier(indicator, place)];
  // The population is also read for a count, because counts are compared per thousand people.
  const isOfPeople = indicator.population !== null || indicator.unit === 'n';
  const declared = isOfPeople ? await readPopulations(site.db, open.places) : [];
  const people = populationOf(open.places, declared, Number(open.period.to.slice(0, 4)));
  const beside: Beside = (places) =>
    withoutDerivable(places, indicator, now).map((one) => ({
      ...one,
      perThousand: perThousand(indicator, one.figure, people(one.place)),
    }));
  return {
    indicator,
    figure,
    before,
    change: changeOf(indicator, figure, before, isUnderWay(open.period, visit.today)),
    months: await readMonths(site, visit, open, indicator, { places: open.inside, declared, begun }),
    compared: comparedIn(open, beside, (place) => {
      const together = now(indicator, place);
      return { together, togetherPerThousand: perThousand(indicator, together, people(place)) };
    }),
    map: mapOf(open, layer, beside),
    outlines: await outlinesOf(site, open),
    strata: await readStrata(site, visit, open, indicator),
  };
};

/** The outlines of the places right below. A place without an outline is drawn by those of the areas in it. */
const outlinesOf = async ({ db }: PortalSite, open: OpenPlace): Promise<readonly Outline[]> => {
  const { place, children, inside } = open;
  const areas = inside.filter((one) => one.parent === place.id || !isCentre(one));
  const outlined = await readOutlined(db, areas);
  const of = (one: PortalPlace): readonly string[] =>
    outlined.has(one.id) ? [one.id] : areas.filter(({ parent }) => parent === one.id).flatMap(of);
  const below = children.flatMap(of);
  return readOutlines(db, below.length > 0 ? below : [place.id]);
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
