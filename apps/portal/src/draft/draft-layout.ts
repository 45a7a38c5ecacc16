/** The frame of a page of drafts: the trail that shows where the reader is and leads back. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { pageFrame } from '@denba/kit/html/page-frame';
import { portalHeader } from '../frame/portal-layout.ts';
import type { PortalVisit } from '../portal-visit.ts';

export type DraftFrame = {
  readonly title: string;
  readonly problem?: string | null;
  /** The pages from the list of drafts down to this page, without this page. */
  readonly trail: readonly (readonly [address: string, word: string])[];
  /** Something is under way: the page refreshes by itself. */
  readonly isUnderWay?: boolean;
};

export const draftLayout = (
  visit: PortalVisit,
  { title, problem = null, trail, isUnderWay = false }: DraftFrame,
  body: Part,
): Html => {
  const { t, language } = visit;
  return pageFrame(
    {
      language,
      title,
      problem,
      site: t('shell.title'),
      wide: true,
      stylesheet: '/portal/style.css',
      skip: t('shell.skip'),
      header: portalHeader(visit),
      again: isUnderWay ? '/portal/progress.js' : null,
    },
    html`<nav class="above no-print" aria-label="${t('draft.trail')}"><ol>
<li><a href="/portal/protocol">${t('page.protocol')}</a></li>
${trail.map(([address, word]) => html`<li><a href="${address}">${word}</a></li>`)}
</ol></nav>
${body}`,
  );
};
