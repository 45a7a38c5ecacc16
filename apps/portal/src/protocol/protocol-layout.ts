/** The frame of a page of a protocol: the place, which protocol it is, and the link back to its contents. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { pageFrame } from '@denba/kit/html/page-frame';
import { breadcrumbs, portalHeader, tabs } from '../frame/portal-layout.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { type OpenProtocol, protocolAddress } from './open-protocol.ts';

export const protocolLayout = (
  visit: PortalVisit,
  opened: OpenProtocol,
  { title, isFirst = false, problem = null }: { title: string; isFirst?: boolean; problem?: string | null },
  body: Part,
): Html => {
  const { t, text, language } = visit;
  const { open, shown, isRunning, booklet } = opened;
  return pageFrame(
    {
      language,
      title,
      problem,
      site: t('shell.title'),
      wide: true,
      running: `${text(booklet.title)} – ${shown.name}`,
      stylesheet: '/portal/style.css',
      skip: t('shell.skip'),
      header: portalHeader(visit),
    },
    html`${breadcrumbs(visit, open, (place) => protocolAddress({ ...opened, open: { ...open, place } }, ''))}
<p class="period">${open.place.name} – ${shown.name}</p>
${!isRunning && html`<p class="warning">${t('booklet.not-running', { place: open.place.name })}</p>`}
${tabs(visit, open, isFirst ? 'protocol' : null)}
${!isFirst && html`<p class="no-print"><a href="${protocolAddress(opened, '')}">${t('booklet.back')}</a></p>`}
${body}`,
  );
};
