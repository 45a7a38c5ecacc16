/** The rules of a chapter, one below the other: what each asks, what it concludes, and the sentence that is shown. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { BookletRow, BookletTable } from '@denba/protocols/booklet/booklet-tables';
import type { Words } from '../words/words.ts';
import { standing } from './standing.ts';

/** Addresses where a piece can be changed. Only a draft has them; the protocol in use has none. */
export type ChangeLinks = {
  readonly parameter: (name: string) => string;
  readonly row: (id: string) => string;
  readonly contact: (id: string) => string;
  /** The address of the form for a new rule of a table. */
  readonly newRule: (table: string) => string;
};

export const rulesOf = (words: Words, tables: readonly BookletTable[], links: ChangeLinks | null): Part => [
  tables.length > 1 &&
    html`<nav class="no-print" aria-label="${words.t('booklet.tables')}"><ul class="links">${tables.map(
      ({ id, title }) => html`<li><a href="#${id}">${words.text(title)}</a></li>`,
    )}</ul></nav>`,
  tables.map(
    ({ id, title, reading, rows }) => html`<section aria-labelledby="${id}">
<h2 id="${id}">${words.text(title)}</h2>
<p class="soft">${id} – ${words.text(reading)}</p>
<ol class="rules">${rows.map((row) => rule(words, row, links))}</ol>
${links !== null && html`<p><a class="door" href="${links.newRule(id)}">${words.t('rule.add')}<span class="unseen"> ${id}</span></a></p>`}
</section>`,
  ),
];

const rule = (words: Words, row: BookletRow, links: ChangeLinks | null): Html => {
  const { t, text } = words;
  return html`<li id="${row.id}"><h3>${row.id}</h3>
${row.for.length > 0 && html`<p class="soft">${t('booklet.for', { who: row.for.map(text).join(' ; ') })}</p>`}
<div class="if"><p>${row.asks.length === 0 ? t('booklet.always') : t('booklet.if')}</p>
${row.asks.length > 0 && html`<ul>${row.asks.map(({ what, answer }) => html`<li>${said(words, text(what), html`<strong>${text(answer)}</strong>`)}</li>`)}</ul>`}</div>
<div class="then"><p>${t('booklet.then')}</p>
<ul>${row.gives.map(({ what, value, isCode }) => html`<li>${said(words, text(what), isCode ? html`<code>${text(value)}</code>` : html`<strong>${text(value)}</strong>`)}</li>`)}</ul></div>
<p class="reason">${text(row.reason)}</p>
${standing(words, row)}
${links !== null && html`<p><a href="${links.row(row.id)}">${t('booklet.change')}</a></p>`}</li>`;
};

const said = ({ language }: Words, what: string, answer: Html): Html =>
  html`${what}${language === 'fr' ? '\u00a0:' : ':'} ${answer}`;
