/** The page of `/api/docs`, for people: what programs may ask of this server. No script, no external resources. */

import { type Html, html } from '@denba/kit/html/html';
import type { Content, DescribedRoute } from '../api-docs/described-route.ts';
import { schemaOf } from '../api-docs/openapi.ts';
import { layout } from './layout.ts';
import type { Words } from './words.ts';

export const apiPage = (words: Words, routes: readonly DescribedRoute[]): Html => {
  const { t } = words;
  const part = (title: string, who: (route: DescribedRoute) => boolean): Html =>
    html`<h2>${title}</h2>${routes.filter(who).map((route) => oneRoute(words, route))}`;
  const isPeoples = ({ url, who }: DescribedRoute) => who === 'session' || /^\/api\/(setup|session)$/.test(url);
  return layout(
    { ...words, canReload: true },
    t('api.title'),
    html`<p>${t('api.text')}</p>
<p><a href="/api/docs/openapi.json">${t('api.openapi')}</a></p>
<p>${t('api.refusals')}</p>
<pre class="shape">${JSON.stringify({ code: '…', message: { fr: '…', en: '…' } }, null, 1)}</pre>
${part(t('api.phones'), (route) => !isPeoples(route))}
${part(t('api.people'), isPeoples)}`,
  );
};

const oneRoute = (
  { t, language }: Words,
  { method, url, summary, who, query, body, answer, more = [] }: DescribedRoute,
) =>
  html`<section><h3><code>${method} ${url}</code></h3>
<p>${summary[language]} <span class="soft">${t(`api.who-${who}`)}</span></p>
${query !== undefined && shape(t('api.query'), schemaOf(query))}
${body !== undefined && contents(t('api.takes'), body)}
${[answer, ...more].map(({ status, content }) => {
  const title = t('api.gives', { status });
  return content === undefined ? html`<p>${title}</p>` : contents(title, content);
})}</section>`;

const contents = (title: string, content: Content): Html => {
  const typed = `${title} (${content.type})`;
  if ('schema' in content) return shape(typed, schemaOf(content.schema));
  return 'lines' in content
    ? html`${content.lines.map((line) => shape(typed, schemaOf(line)))}`
    : html`<p>${typed}</p>`;
};

const shape = (title: string, schema: object): Html =>
  html`<details><summary>${title}</summary><pre class="shape">${JSON.stringify(schema, null, 1)}</pre></details>`;
