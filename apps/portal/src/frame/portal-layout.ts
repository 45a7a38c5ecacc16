/** The frame of every page about a place: where the reader is, the period, and links to the other pages and places. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { pageFrame } from '@denba/kit/html/page-frame';
import { type PlacePage, placeAddress } from '../address.ts';
import { isUnderWay, type Period } from '../period/period.ts';
import type { OpenPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayPeriod } from '../words/months.ts';
import { sayDay } from '../words/say-day.ts';
import { periodForm } from './period-form.ts';
import { type AddressOf, samePage } from './same-page.ts';

/** `page`: which of the pages of the place this is; `null`: a page below one of them. */
export const portalLayout = (
  visit: PortalVisit,
  open: OpenPlace,
  { title, page, pathOfForm }: { readonly title: string; readonly page: PlacePage | null; readonly pathOfForm: string },
  body: Part,
): Html =>
  pageFrame(
    {
      language: visit.language,
      title,
      site: visit.t('shell.title'),
      wide: true,
      stylesheet: '/portal/style.css',
      skip: visit.t('shell.skip'),
      header: portalHeader(visit),
    },
    html`${breadcrumbs(visit, open, samePage(visit, open, pathOfForm))}
<p class="period">${sayPeriod(visit, open.period)}</p>
${notOver(visit, open.period)}
${open.isRefused && html`<p class="warning" role="alert">${visit.t('period.refused')}</p>`}
${tabs(visit, open, page)}
${body}
<section class="choose no-print" aria-labelledby="choose">
<h2 id="choose">${visit.t('shell.choose')}</h2>
${periodForm(visit, open.period, pathOfForm)}
${placePicker(visit, open, samePage(visit, open, pathOfForm))}
</section>`,
  );

/** The header of every page, including those that are not about a place. */
export const portalHeader = (visit: PortalVisit): Html => {
  const { t, language, query, name } = visit;
  const other = language === 'fr' ? 'en' : 'fr';
  const asked = new URLSearchParams([...query].filter(([key]) => key !== 'lang'));
  asked.set('lang', other);
  return html`<p class="brand">${t('shell.title')}</p>
<nav aria-label="${t('shell.nav')}"><ul>
<li><a href="/portal">${t('shell.start')}</a></li>
<li><a href="/admin/me">${name}</a></li>
<li><a href="?${asked.toString()}" lang="${other}" hreflang="${other}">${t('shell.other-language')}</a></li>
</ul></nav>`;
};

export const breadcrumbs = ({ t }: PortalVisit, { above }: OpenPlace, addressOf: AddressOf): Part =>
  above.length > 0 &&
  html`<nav class="above" aria-label="${t('shell.above')}"><ol>
${above.map(({ place, mayOpen }) =>
  mayOpen ? html`<li><a href="${addressOf(place)}">${place.name}</a></li>` : html`<li>${place.name}</li>`,
)}
</ol></nav>`;

/** A warning that the month which has begun is counted only in part, or that a month to come has no figures. */
const notOver = (visit: PortalVisit, period: Period): Part =>
  isUnderWay(period, visit.today) &&
  html`<p class="warning">${visit.t(period.from > visit.today.slice(0, 7) ? 'period.to-come' : 'period.under-way', { day: sayDay(visit, visit.today) })}</p>`;

export const tabs = ({ t }: PortalVisit, { place, period }: OpenPlace, page: PlacePage | null): Html => {
  const pages = ['', 'indicators', 'cohort', 'growth', 'quality', 'centre', 'report', 'protocol'] as const;
  return html`<nav class="tabs no-print" aria-label="${t('shell.pages')}"><ul>
${pages
  .filter((one) => one !== 'centre' || isCentre(place))
  .map(
    (one) =>
      html`<li><a href="${placeAddress(place.id, period, one)}" aria-current="${one === page ? 'page' : 'false'}">${t(`page.${one === '' ? 'overview' : one}` as const)}</a></li>`,
  )}
</ul></nav>`;
};

/** Links to the children of the place and to its siblings. */
const placePicker = ({ t }: PortalVisit, { children, peers, place }: OpenPlace, addressOf: AddressOf): Part => {
  const others = peers.filter(({ id }) => id !== place.id);
  const list = (title: string, places: OpenPlace['children']): Part =>
    places.length > 0 &&
    html`<h3>${title}</h3><ul class="links">${places.map(
      (one) => html`<li><a href="${addressOf(one)}">${one.name}</a></li>`,
    )}</ul>`;
  return [list(t('shell.inside', { place: place.name }), children), list(t('shell.beside'), others)];
};
