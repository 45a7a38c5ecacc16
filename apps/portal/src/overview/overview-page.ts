/** The first page: the alerts, what changed and where, then the ten figures. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { placeAddress } from '../address.ts';
import { portalLayout } from '../frame/portal-layout.ts';
import { openPlace } from '../place/open-place.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { sayDay } from '../words/say-day.ts';
import { alertList } from './alert-list.ts';
import { changeList } from './change-list.ts';
import { hasDots, headlineCard } from './headline-card.ts';
import { type CountedUntil, readOverview } from './read-overview.ts';

export const overviewPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const open = await openPlace(site, visit);
  if (open === null) return { kind: 'notFound' };
  const { t } = visit;
  const { overview, alerts, counted } = await readOverview(site, visit, open);
  const all = overview.flatMap(({ headlines }) => headlines);
  const page = portalLayout(
    visit,
    open,
    { title: open.place.name, page: '', pathOfForm: pathOf(placeAddress(open.place.id, open.period)) },
    html`${freshness(visit, counted)}
<div class="beside">${alerts.length > 0 && alertList(visit, open, alerts)}
${changeList(visit, open, all)}</div>
${overview.map(
  ({ question, headlines }) => html`<section aria-labelledby="${question}">
<h2 id="${question}">${t(`overview.${question}`)}</h2>
<ul class="figures">${headlines.map((headline) => headlineCard(visit, open, headline))}</ul>
</section>`,
)}
<p class="soft">${all.some((one) => hasDots(one, open.place.id)) && `${t('overview.key-dots')} `}${t('overview.key')}</p>`,
  );
  return { kind: 'page', page };
};

export const pathOf = (address: string): string => address.replace(/\?.*$/, '');

export const freshness = (visit: PortalVisit, { centres, counted, oldest }: CountedUntil): Part => {
  const { t } = visit;
  if (centres === 0) return html`<p class="soft">${t('fresh.no-centre')}</p>`;
  if (oldest === null) return html`<p class="warning">${t('fresh.none')}</p>`;
  const text = t('fresh.until', { day: sayDay(visit, oldest), count: counted, all: centres });
  return html`<p class="${counted < centres ? 'warning' : 'soft'}">${text}</p>` satisfies Html;
};
