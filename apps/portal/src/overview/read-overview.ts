/** Reads the data of the first page of a place from the database. */
import { sql } from 'kysely';
import { readFigures } from '../figures/read-figures.ts';
import { isUnderWay } from '../period/period.ts';
import type { OpenPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { type Alert, alertsOf } from './alerts.ts';
import { DEATHS, headlineCodes, REFERRALS } from './headlines.ts';
import { type Overview, overviewOf } from './overview.ts';
import { readContacts } from './read-silence.ts';

export type OverviewRead = {
  readonly overview: Overview;
  readonly alerts: readonly Alert[];
  readonly counted: CountedUntil;
};

/** How up to date the figures are: each centre's figures are as of its last counting. */
export type CountedUntil = { readonly centres: number; readonly counted: number; readonly oldest: string | null };

export const readOverview = async (site: PortalSite, visit: PortalVisit, open: OpenPlace): Promise<OverviewRead> => {
  const { place, parent, peers, children, inside, period, previous, mayReadRegister, begun } = open;
  const { indicators } = site.indicators;
  const shown = [place, ...(parent === null ? [] : [parent]), ...peers, ...children];
  const figures = { places: open.places, begun, shown, codes: headlineCodes };
  const [now, before] = await readFigures(site, visit, { ...figures, periods: [period, previous] });
  const name = period.to.slice(0, 4);
  const year = { from: `${name}-01`, to: `${name}-12` };
  const ofPlace = { places: inside, begun, shown: [place], codes: [DEATHS] };
  const [ofYear] = mayReadRegister ? [] : await readFigures(site, visit, { ...ofPlace, periods: [year] });
  const centres = mayReadRegister ? inside.filter(isCentre) : [];
  const ofCentres = { places: inside, begun, shown: centres, codes: [DEATHS, REFERRALS] };
  const [inCentres] = mayReadRegister ? await readFigures(site, visit, { ...ofCentres, periods: [period] }) : [];
  const ids = inside.map(({ id }) => id);
  return {
    overview: overviewOf(open, { indicators, now, before, isUnderWay: isUnderWay(period, visit.today) }),
    alerts: alertsOf({
      place,
      inside,
      indicators,
      now,
      before,
      year: ofYear === undefined ? null : { name, figures: ofYear },
      centres: inCentres === undefined ? null : { places: centres, figures: inCentres },
      contacts: await readContacts(site.db, ids),
      at: visit.now,
      unapproved: site.unapproved,
    }),
    counted: await readCountedUntil(site, open),
  };
};

export const readCountedUntil = async (
  { db }: PortalSite,
  { inside }: Pick<OpenPlace, 'inside'>,
): Promise<CountedUntil> => {
  const centres = inside.filter(isCentre).map(({ id }) => id);
  const { counted, oldest } = await db
    .selectFrom('figure_state')
    .select([sql<string>`count(*)`.as('counted'), sql<string | null>`min(counted_on)::text`.as('oldest')])
    .where('place_id', '=', sql<string>`ANY(${centres}::text[])`)
    .executeTakeFirstOrThrow();
  return { centres: centres.length, counted: Number(counted), oldest };
};
