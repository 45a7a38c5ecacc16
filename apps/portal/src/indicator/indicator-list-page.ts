/** Every indicator with its figure, by theme. Indicators that no form feeds yet come last, with what they lack. */
import type { Indicator } from '@denba/indicators/indicator';
import { type Html, html } from '@denba/kit/html/html';
import { indicatorAddress, placeAddress } from '../address.ts';
import { groupBy } from '../counts/group-by.ts';
import type { FigureOf } from '../figures/figures-of.ts';
import { readFigures } from '../figures/read-figures.ts';
import { portalLayout } from '../frame/portal-layout.ts';
import { pathOf } from '../overview/overview-page.ts';
import { type OpenPlace, openPlace } from '../place/open-place.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { valueCells } from './figure-rows.ts';

export const indicatorListPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const open = await openPlace(site, visit);
  if (open === null) return { kind: 'notFound' };
  const { t } = visit;
  const { indicators } = site.indicators;
  const fed = indicators.filter(({ needs }) => needs === null);
  const codes = fed.map(({ code }) => code);
  const asked = { places: open.inside, begun: open.begun, shown: [open.place], codes };
  const [now] = await readFigures(site, visit, { ...asked, periods: [open.period] });
  const page = portalLayout(
    visit,
    open,
    {
      title: t('list.title', { place: open.place.name }),
      page: 'indicators',
      pathOfForm: pathOf(placeAddress(open.place.id, open.period, 'indicators')),
    },
    html`${[...groupBy(fed, ({ theme }) => theme)].map(([theme, of]) => table(visit, open, now, theme, of))}
<details><summary>${t('list.not-yet', { count: indicators.length - fed.length })}</summary>
<ul>${indicators
      .filter(({ needs }) => needs !== null)
      .map(
        (one) =>
          html`<li>${visit.text(one.name)} ${one.needs !== null && html`<span class="soft">${t('list.needs', { needs: visit.text(one.needs) })}</span>`}</li>`,
      )}</ul></details>`,
  );
  return { kind: 'page', page };
};

const table = (
  visit: PortalVisit,
  { place, period }: OpenPlace,
  now: FigureOf,
  theme: string,
  indicators: readonly Indicator[],
): Html => {
  const { t } = visit;
  return html`<h2 id="theme-${theme}">${themeOf(visit, theme)}</h2>
<div class="scroll" role="group" aria-labelledby="theme-${theme}" tabindex="0"><table>
<thead><tr><th scope="col">${t('table.indicator')}</th><th scope="col" class="number">${t('table.value')}</th><th scope="col">${t('table.of')}</th></tr></thead>
<tbody>${indicators.map((indicator) => {
    const figure = now(indicator, place);
    return html`<tr><th scope="row"><a href="${indicatorAddress(place.id, indicator.code, period)}">${visit.text(indicator.name)}</a></th>
${valueCells(visit, indicator, figure)}</tr>`;
  })}</tbody></table></div>`;
};

const themeOf = ({ t }: PortalVisit, theme: string): string => {
  const known = knownThemes.find((one) => one === theme);
  return known === undefined ? theme : t(`theme.${known}`);
};

const knownThemes = ['cohort', 'mami', 'mental-health', 'newborn', 'nutrition', 'quality'] as const;
