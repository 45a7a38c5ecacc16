/** The first page of a place, from the database to plain data. */
import { sql } from 'kysely';
import type { Counted } from '../counts/counted.ts';
import { readCounts } from '../counts/read-counts.ts';
import { type FigureOf, figuresOf } from '../figures/figures-of.ts';
import { populationOf } from '../figures/population.ts';
import { readGuard } from '../figures/read-guard.ts';
import { lengthOf, type Period } from '../period/period.ts';
import type { OpenPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import { readPopulations } from '../place/read-places.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { type Alert, alertsOf } from './alerts.ts';
import { DEATHS, headlineCodes } from './headlines.ts';
import { type Overview, overviewOf } from './overview.ts';
import { readContacts } from './read-silence.ts';

export type OverviewRead = {
  readonly overview: Overview;
  readonly alerts: readonly Alert[];
  readonly counted: CountedUntil;
};

/** Figures are only as new as the last counting of each centre. */
export type CountedUntil = { readonly centres: number; readonly counted: number; readonly oldest: string | null };

export const readOverview = async (site: PortalSite, visit: PortalVisit, open: OpenPlace): Promise<OverviewRead> => {
  const figures = async (period: Period) => readFigures(site, visit, open, headlineCodes, period);
  const [now, before] = [await figures(open.period), await figures(open.previous)];
  const { indicators } = site.indicators;
  const name = open.period.to.slice(0, 4);
  const year = open.mayReadRegister
    ? null
    : {
        name,
        figures: await readFigures(site, visit, open, [DEATHS], { from: `${name}-01`, to: `${name}-12` }),
      };
  const ids = open.inside.map(({ id }) => id);
  return {
    overview: overviewOf(open, { indicators, now, before }),
    alerts: alertsOf({
      ...{ place: open.place, inside: open.inside, indicators, now, before, year },
      ...{ contacts: await readContacts(site.db, ids), at: visit.now, unapproved: site.unapproved },
      mayReadRegister: open.mayReadRegister,
    }),
    counted: await readCountedUntil(site, open),
  };
};

/** Of indicators at a place, and at all that lies in it or beside it. */
export const readFigures = async (
  site: PortalSite,
  { reader }: Pick<PortalVisit, 'reader'>,
  { places }: Pick<OpenPlace, 'places'>,
  codes: readonly string[],
  period: Period,
): Promise<FigureOf> => {
  const ids = places.map(({ id }) => id);
  const asked = { places: ids, strata: 'together', byMonth: false, to: period.to } as const;
  const isStock = (code: string): boolean =>
    site.indicators.indicators.some((one) => one.code === code && one.kind === 'stock');
  const flows = codes.filter((code) => !isStock(code));
  const counts: readonly Counted[] = [
    ...(await readCounts(site.db, { ...asked, indicators: flows, from: period.from })),
    ...(await readCounts(site.db, { ...asked, indicators: codes.filter(isStock), from: null })),
  ];
  const declared = await readPopulations(site.db, ids);
  const population = populationOf(places, declared, Number(period.to.slice(0, 4)));
  const figures = figuresOf({ places, counts, reader, population, months: lengthOf(period) });
  const guard = await readGuard(site, reader, { codes, span: period, dimension: null });
  return (indicator, place) => guard(figures(indicator, place), place, period);
};

export const readCountedUntil = async (
  { db }: PortalSite,
  { inside }: Pick<OpenPlace, 'inside'>,
): Promise<CountedUntil> => {
  const centres = inside.filter(isCentre).map(({ id }) => id);
  const rows = await db
    .selectFrom('figure_state')
    .select(['place_id', sql<string>`counted_on::text`.as('on')])
    .where('place_id', '=', sql<string>`ANY(${centres}::text[])`)
    .execute();
  const oldest = rows.map(({ on }) => on).toSorted()[0] ?? null;
  return { centres: centres.length, counted: rows.length, oldest };
};
