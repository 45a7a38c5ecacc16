/** The frame of every page: title, navigation, language switch. Plain HTML, no script. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { pageFrame } from '@denba/kit/html/page-frame';
import { pathsWhere } from '../people/authorisation.ts';
import { PORTAL } from '../portal/portal-address.ts';
import type { OwnVisit, Visit } from './visit.ts';
import type { Words } from './words.ts';

type Framed = Words &
  Partial<Pick<Visit, 'canReload' | 'problem' | 'viewer'>> & {
    /**
     * Where the page redirects by itself. A redirect from a page of this site sends the `SameSite=Strict` session
     * cookie.
     */
    readonly goOn?: string;
  };

export const layout = (visit: Framed, title: string, body: Part): Html => {
  const { t, language, viewer = null, problem = null, canReload = false, goOn } = visit;
  const other = language === 'fr' ? 'en' : 'fr';
  return pageFrame(
    {
      language,
      title,
      problem,
      goOn,
      site: t('shell.title'),
      skip: t('shell.skip'),
      stylesheet: '/admin/style.css',
      header: html`<p class="brand">${t('shell.title')}</p>
${viewer !== null && nav(visit as OwnVisit)}
${canReload && html`<p class="language"><a href="?lang=${other}" lang="${other}" hreflang="${other}">${t('shell.other-language')}</a></p>`}`,
    },
    body,
  );
};

const nav = ({ t, viewer }: OwnVisit): Html => html`<nav aria-label="${t('shell.nav')}">
<ul>
${pathsWhere(viewer.grants, 'read', 'figures').length > 0 && html`<li><a href="${PORTAL}">${t('shell.figures')}</a></li>`}
<li><a href="/admin/places">${t('places.title')}</a></li>
<li><a href="/admin/people">${t('people.title')}</a></li>
<li><a href="/admin/me">${viewer.account.name}</a></li>
<li><form method="post" action="/admin/sign-out"><button class="quiet">${t('shell.sign-out')}</button></form></li>
</ul>
</nav>`;

export const errorPage = (words: Words, message: string): Html =>
  layout(
    words,
    words.t('shell.error'),
    html`<p class="problem" role="alert">${message}</p>
<p><a href="/admin/places">${words.t('shell.back')}</a></p>`,
  );
