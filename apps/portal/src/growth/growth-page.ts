/**
 * How the children of a place grow: where they start against the standard, their mean path, and which criterion found
 * which children.
 */
import { html } from '@denba/kit/html/html';
import { placeAddress } from '../address.ts';
import { readCounts } from '../counts/read-counts.ts';
import { mayShowParts, wholeYearOnly } from '../figures/whole-year.ts';
import { portalLayout } from '../frame/portal-layout.ts';
import { pathOf } from '../overview/overview-page.ts';
import { openPlace } from '../place/open-place.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { criteriaSection } from './criteria-section.ts';
import { distributionSection } from './distribution-section.ts';
import { pathSection } from './path-section.ts';

export const distributions = ['GRO.01', 'GRO.02', 'GRO.03', 'GRO.04'] as const;
export const means = ['GRO.05', 'GRO.06', 'GRO.07'] as const;
const CRITERIA = 'GRO.08';

export const growthPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const open = await openPlace(site, visit);
  if (open === null) return { kind: 'notFound' };
  const { t } = visit;
  const asked = { places: [open.place.id], from: open.period.from, to: open.period.to, byMonth: false };
  const together = await readCounts(site.db, {
    ...asked,
    strata: 'together',
    indicators: [...distributions, CRITERIA],
  });
  const byAge = await readCounts(site.db, { ...asked, strata: { dimension: 'age_month' }, indicators: [...means] });
  const of = (code: string) => together.filter(({ indicator }) => indicator === code);
  return {
    kind: 'page',
    page: portalLayout(
      visit,
      open,
      {
        title: t('growth.title', { place: open.place.name }),
        page: 'growth',
        pathOfForm: pathOf(placeAddress(open.place.id, open.period, 'growth')),
      },
      mayShowParts(open)
        ? html`${distributions.map((code) => distributionSection(visit, site, open, code, of(code)))}
${pathSection(visit, site, open, byAge)}
${criteriaSection(visit, site, open, of(CRITERIA))}`
        : wholeYearOnly(visit, open, 'growth'),
    ),
  };
};
