/**
 * One indicator at a place: its value, its trend, its places, its strata and a map, with a table beside every picture.
 */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { indicatorAddress } from '../address.ts';
import { portalLayout } from '../frame/portal-layout.ts';
import { pathOf } from '../overview/overview-page.ts';
import { type OpenPlace, openPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { sayChange } from '../words/say-change.ts';
import { sayFigure, sayInterval, sayParts } from '../words/say-figure.ts';
import { comparedSection } from './compared-section.ts';
import { definitionList } from './definition-list.ts';
import type { IndicatorFigures } from './indicator-figures.ts';
import { mapSection } from './map-section.ts';
import { partsSection } from './parts-section.ts';
import { partsTables } from './parts-tables.ts';
import { readIndicator } from './read-indicator.ts';
import { strataSections } from './strata-sections.ts';
import { trendSection } from './trend-section.ts';

export const indicatorPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const open = await openPlace(site, visit);
  const indicator = site.indicators.indicators.find(({ code }) => code === visit.params['indicator']);
  if (open === null || indicator === undefined) return { kind: 'notFound' };
  const figures = await readIndicator(site, visit, open, indicator);
  const address = indicatorAddress(open.place.id, indicator.code, open.period);
  const isSpread = indicator.kind === 'spread';
  const page = portalLayout(
    visit,
    open,
    { title: visit.text(indicator.name), page: null, pathOfForm: pathOf(address) },
    html`${summary(visit, open, figures)}
${
  indicator.needs !== null
    ? null
    : isSpread
      ? [
          partsSection(visit, site.indicators.labels, figures),
          open.mayReadRegister && partsTables(visit, site.indicators.labels, figures, open.period),
        ]
      : [
          trendSection(visit, figures, open.period),
          comparedSection(visit, open, figures),
          ...strataSections(visit, figures),
          mapSection(visit, open, figures),
        ]
}
${definitionList(visit, indicator)}`,
  );
  return { kind: 'page', page };
};

const summary = (visit: PortalVisit, open: OpenPlace, figures: IndicatorFigures): Html => {
  const { t } = visit;
  const { indicator, figure, change } = figures;
  const made = [sayParts(visit, indicator, figure), sayInterval(visit, figure)].filter((one) => one !== null);
  return html`<section class="summary" aria-label="${t('indicator.figure')}">
<p class="where">${open.place.name}</p>
${indicator.kind !== 'spread' && html`<p class="${figure.value === null ? 'no-value' : 'value'}">${sayFigure(visit, indicator, figure)}</p>`}
${indicator.kind === 'spread' && figure.why !== null && html`<p class="no-value">${sayFigure(visit, indicator, figure)}</p>`}
${made.map((fact) => html`<p>${fact}</p>`)}
${indicator.kind !== 'spread' && indicator.needs === null && html`<p class="change ${change.kind === 'unknown' ? '' : (change.verdict ?? '')}">${sayChange(visit, figures)}</p>`}
<p class="reading">${visit.text(indicator.reading)}</p>
${indicator.needs !== null && html`<p class="reading"><strong>${t('indicator.needs')}</strong> ${visit.text(indicator.needs)}</p>`}
${indicator.trap !== null && html`<p class="reading"><strong>${t('indicator.trap')}</strong> ${visit.text(indicator.trap)}</p>`}
${doors(visit, open, figures)}
</section>`;
};

/** Links to the families behind the figure and to the exports. */
const doors = (
  { t }: PortalVisit,
  { place, period, mayReadRegister }: OpenPlace,
  { indicator }: IndicatorFigures,
): Part => {
  const to = (more: string): string => indicatorAddress(place.id, indicator.code, period, more);
  return html`<ul class="links no-print">
${mayReadRegister && isCentre(place) && indicator.fact !== null && html`<li><a href="${to('/families')}">${t('indicator.families')}</a></li>`}
${indicator.needs === null && html`<li><a href="${to('/figures.csv')}">${t('indicator.csv')}</a></li><li><a href="${to('/figures.xlsx')}">${t('indicator.xlsx')}</a></li>`}
</ul>
${mayReadRegister && !isCentre(place) && indicator.fact !== null && html`<p class="soft no-print">${t('indicator.families-where')}</p>`}`;
};
