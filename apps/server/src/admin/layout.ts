/** The frame of every page: title, where one can go, the language, and how it ends. Plain HTML, no script. */
import { type Html, html, type Part } from './html.ts';
import type { OwnVisit, Visit } from './visit.ts';
import type { Words } from './words.ts';

type Framed = Words &
  Partial<Pick<Visit, 'canReload' | 'problem' | 'viewer'>> & {
    /** Where the browser goes by itself, from this site: only then it sends the cookie that no other site can use. */
    readonly goOn?: string;
  };

export const layout = (visit: Framed, title: string, body: Part): Html => {
  const { t, language, viewer = null, problem = null, canReload = false, goOn } = visit;
  const other = language === 'fr' ? 'en' : 'fr';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${t('shell.title')}</title>
<link rel="stylesheet" href="/admin/style.css">
<link rel="icon" href="data:,">
${goOn !== undefined && html`<meta http-equiv="refresh" content="0; url=${goOn}">`}
</head>
<body>
<a class="skip" href="#content">${t('shell.skip')}</a>
<header>
<p class="brand">${t('shell.title')}</p>
${viewer !== null && nav(visit as OwnVisit)}
${canReload && html`<p class="language"><a href="?lang=${other}" lang="${other}" hreflang="${other}">${t('shell.other-language')}</a></p>`}
</header>
<main id="content" tabindex="-1">
<h1>${title}</h1>
${problem !== null && html`<p class="problem" role="alert">${problem}</p>`}
${body}
</main>
</body>
</html>
`;
};

const nav = ({ t, viewer }: OwnVisit): Html => html`<nav aria-label="${t('shell.nav')}">
<ul>
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
