/** Reads the figures of the places that a page shows. */
import type { Counted } from '../counts/counted.ts';
import { readCounts } from '../counts/read-counts.ts';
import type { Month, Period } from '../period/period.ts';
import type { PortalPlace } from '../place/place-tree.ts';
import { readPopulations } from '../place/read-places.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { type FigureOf, figuresOf } from './figures-of.ts';
import { hasBegunIn, peopleDuring } from './population.ts';
import { readGuard } from './read-guard.ts';

type Asked<Periods extends readonly Period[]> = {
  /** Every place in the shown ones, including these: the population of a place may be the sum over the places in it. */
  readonly places: readonly PortalPlace[];
  /** The first month in which each of these places recorded. */
  readonly begun: ReadonlyMap<string, Month>;
  /** The places whose figures can be asked for. */
  readonly shown: readonly PortalPlace[];
  readonly codes: readonly string[];
  readonly periods: Periods;
};

/** Returns the figures of the shown places, for each period. */
export const readFigures = async <const Periods extends readonly Period[]>(
  site: PortalSite,
  { reader, today }: Pick<PortalVisit, 'reader' | 'today'>,
  { places, begun, shown, codes, periods }: Asked<Periods>,
): Promise<{ readonly [At in keyof Periods]: FigureOf }> => {
  const ids = [...new Set(shown.map(({ id }) => id))];
  const indicators = site.indicators.indicators.filter(({ code }) => codes.includes(code));
  const isStock = (code: string): boolean => indicators.some((one) => one.code === code && one.kind === 'stock');
  const [flows, stocks] = [codes.filter((code) => !isStock(code)), codes.filter(isStock)];
  const read = async ({ from, to }: Period): Promise<readonly Counted[]> => {
    const asked = { places: ids, strata: 'together', byMonth: false, to } as const;
    return [
      ...(await readCounts(site.db, { ...asked, indicators: flows, from })),
      ...(await readCounts(site.db, { ...asked, indicators: stocks, from: null })),
    ];
  };
  const isOfPeople = indicators.some(({ population }) => population !== null);
  const declared = isOfPeople ? await readPopulations(site.db, places) : [];
  const hasBegun = hasBegunIn(places, begun);
  const guard = await readGuard(site, reader, { codes, span: spanOf(periods), shown, dimension: null });
  const all: FigureOf[] = [];
  for (const period of periods) {
    const people = peopleDuring({ places, declared, begun }, period, today);
    const figures = figuresOf({
      ...{ shown, counts: await read(period), reader, people },
      hasBegun: (place) => hasBegun(place, period.to),
    });
    all.push((indicator, place) => guard(figures(indicator, place), place, period));
  }
  return all as { readonly [At in keyof Periods]: FigureOf };
};

const spanOf = (periods: readonly Period[]): Period => {
  const [from, to] = [
    periods.map((one) => one.from).toSorted()[0],
    periods
      .map((one) => one.to)
      .toSorted()
      .at(-1),
  ];
  if (from === undefined || to === undefined) throw new Error('figures of no period');
  return { from, to };
};
