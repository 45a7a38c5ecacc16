import { type Html, html } from '@denba/kit/html/html';
import { placeAddress } from '../address.ts';
import type { Counted } from '../counts/counted.ts';
import { readCounts } from '../counts/read-counts.ts';
import { mayShowParts, wholeYearOnly } from '../figures/whole-year.ts';
import { portalLayout } from '../frame/portal-layout.ts';
import { valuesOf } from '../indicator/indicator-figures.ts';
import { wholeShares } from '../indicator/whole-shares.ts';
import { pathOf } from '../overview/overview-page.ts';
import { monthsOf } from '../period/period.ts';
import { flow } from '../pictures/flow.ts';
import { type OpenPlace, openPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { sayMonth } from '../words/months.ts';
import { sayNumber, sayShare } from '../words/numbers.ts';
import { COHORT, type CohortRow, cohortRow } from './cohort.ts';
import { curveSection } from './curve-section.ts';
import { curveDimensions, readCurveGroups } from './read-curves.ts';
import { sayStatus, statusTable } from './status-table.ts';

export const cohortPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const open = await openPlace(site, visit);
  if (open === null) return { kind: 'notFound' };
  const { t } = visit;
  const counts = await readCounts(site.db, {
    places: [open.place.id],
    from: open.period.from,
    to: open.period.to,
    indicators: Object.values(COHORT),
    byMonth: true,
    strata: 'together',
  });
  const of = (code: string): readonly Counted[] => counts.filter(({ indicator }) => indicator === code);
  const { mayReadRegister } = open;
  const whole = cohortRow(t('table.together'), of(COHORT.status), mayReadRegister);
  const address = placeAddress(open.place.id, open.period, 'cohort');
  const dimensions = curveDimensions(site);
  const dimension = dimensions.find(({ name }) => name === visit.query.get('by'));
  const chosen =
    dimension === undefined || !mayShowParts(open)
      ? null
      : { dimension, groups: await readCurveGroups(site, visit, open, dimension) };
  return {
    kind: 'page',
    page: portalLayout(
      visit,
      open,
      { title: t('cohort.title', { place: open.place.name }), page: 'cohort', pathOfForm: pathOf(address) },
      html`<p>${t('cohort.what')}</p>
${
  !mayShowParts(open)
    ? wholeYearOnly(visit, open, 'cohort')
    : whole.parts.length === 0
      ? html`<p class="no-value">${t(whole.all === 0 && of(COHORT.status).length > 0 ? 'why.tooFew' : 'why.nothingToCount')}</p>`
      : html`${becameSection(visit, site, whole)}
${curveSection(visit, { open, of, dimensions, chosen })}
${mayReadRegister && monthsSection(visit, open, site, of(COHORT.status), whole)}
${mayReadRegister && (await strataSections(site, visit, open))}
${!mayReadRegister && html`<p class="soft">${t('cohort.more-hidden')}</p>`}`
}
${mayReadRegister && isCentre(open.place) && html`<p class="no-print"><a href="${placeAddress(open.place.id, open.period, 'missing')}">${t('cohort.missing')}</a></p>`}`,
    ),
  };
};

const becameSection = (visit: PortalVisit, site: PortalSite, { parts, all }: CohortRow): Html => {
  const { t } = visit;
  const shares = wholeShares(parts.map(({ count }) => count));
  const rows = parts.map(({ code, count }, at) => ({
    name: sayStatus(visit, site, code),
    count,
    share: sayShare(visit, (shares[at] ?? 0) / 10),
  }));
  return html`<section aria-labelledby="became"><h2 id="became">${t('cohort.became')}</h2>
<div class="beside">${flow(
    rows.map(({ name, count, share }) => ({ name, count, text: `${sayNumber(visit, count)} (${share})` })),
    {
      from: t('cohort.enrolled', { count: all }),
      says: rows.map(({ name, share }) => `${name}: ${share}`).join('; '),
    },
  )}
<div class="scroll" role="group" aria-labelledby="became-table" tabindex="0"><table><caption id="became-table">${t('cohort.became')}</caption>
<thead><tr><th scope="col">${t('table.part')}</th><th scope="col" class="number">${t('table.count')}</th><th scope="col" class="number">${t('table.share')}</th></tr></thead>
<tbody>${rows.map(({ name, count, share }) => html`<tr><th scope="row">${name}</th><td class="number">${sayNumber(visit, count)}</td><td class="number">${share}</td></tr>`)}
<tr class="own"><th scope="row">${t('table.together')}</th><td class="number">${sayNumber(visit, all)}</td><td class="number">${sayShare(visit, 100)}</td></tr></tbody></table></div></div></section>`;
};

const monthsSection = (
  visit: PortalVisit,
  { period, mayReadRegister }: OpenPlace,
  site: PortalSite,
  counts: readonly Counted[],
  whole: CohortRow,
): Html => {
  const rows = monthsOf(period).map((month) =>
    cohortRow(
      sayMonth(visit, month),
      counts.filter((count) => count.month === month),
      mayReadRegister,
    ),
  );
  return html`<section aria-labelledby="months"><h2 id="months">${visit.t('cohort.months')}</h2>
${statusTable(visit, site, 'months', visit.t('cohort.month'), [...rows, whole])}</section>`;
};

const strataSections = async (
  site: PortalSite,
  visit: PortalVisit,
  { place, period, mayReadRegister }: OpenPlace,
): Promise<readonly Html[]> => {
  const { indicators, dimensions } = site.indicators;
  const by = indicators.find(({ code }) => code === COHORT.status)?.by ?? [];
  const sections: Html[] = [];
  for (const dimension of dimensions.filter(({ name }) => by.includes(name))) {
    const counts = await readCounts(site.db, {
      places: [place.id],
      from: period.from,
      to: period.to,
      indicators: [COHORT.status],
      strata: { dimension: dimension.name },
      byMonth: false,
    });
    const rows = valuesOf(dimension)
      .map(({ value, label }) =>
        cohortRow(
          visit.text(label),
          counts.filter(({ stratum }) => stratum === `${dimension.name}=${value}`),
          mayReadRegister,
        ),
      )
      .filter(({ all }) => all > 0);
    const id = `by-${dimension.name}`;
    sections.push(html`<section aria-labelledby="${id}"><h2 id="${id}">${visit.text(dimension.label)}</h2>
${dimension.name === 'reason' && html`<p class="soft">${visit.t('cohort.reasons')}</p>`}
${statusTable(visit, site, id, visit.text(dimension.label), rows)}</section>`);
  }
  return sections;
};
