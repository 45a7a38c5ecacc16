/** The chapters that are lists: cut-offs, calendar, actions, cards, sources, differences. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { BookletAction, BookletCard, BookletSource } from '@denba/protocols/booklet/booklet';
import type { BookletDifferences } from '@denba/protocols/booklet/booklet-differences';
import type { BookletParameter } from '@denba/protocols/booklet/booklet-parameters';
import type { BookletContact } from '@denba/protocols/booklet/booklet-schedule';
import type { Words } from '../words/words.ts';
import type { ChangeLinks } from './rules.ts';
import { standing } from './standing.ts';

export const parametersOf = (words: Words, list: readonly BookletParameter[], links: ChangeLinks | null): Html => {
  const { t, text } = words;
  return html`<ul class="pieces">${list.map(
    (one) => html`<li id="${one.name}"><h2>${text(one.title)}</h2>
<p class="soft">${one.name}</p>
${one.limits !== null && html`<p>${t('booklet.limits', { limits: text(one.limits) })}</p>`}
${one.usedBy.length > 0 && html`<details><summary>${t('booklet.used-by', { count: one.usedBy.length })}</summary><p class="soft">${one.usedBy.join(', ')}</p></details>`}
${standing(words, one)}
${links !== null && html`<p><a href="${links.parameter(one.name)}">${t('booklet.change')}</a></p>`}</li>`,
  )}</ul>`;
};

export const contactsOf = (words: Words, list: readonly BookletContact[], links: ChangeLinks | null): Html => {
  const { t, text } = words;
  return html`<ul class="pieces">${list.map((one) => {
    const lines: readonly (readonly [string, BookletContact['before']])[] = [
      [t('booklet.counted-from'), one.countedFrom],
      [t('booklet.due'), one.due],
      [t('booklet.before'), one.before],
      [t('booklet.after'), one.after],
      [t('booklet.again'), one.again],
      [t('booklet.apart'), one.apart],
      [t('booklet.when'), one.relevant],
      [t('booklet.until'), one.stops],
    ];
    return html`<li id="${one.id}"><h2>${text(one.title)}</h2><p class="soft">${one.id}</p>
<dl>${lines.map(([name, value]) => value !== null && html`<dt>${name}</dt><dd>${text(value)}</dd>`)}</dl>
${standing(words, one)}
${links !== null && html`<p><a href="${links.contact(one.id)}">${t('booklet.change')}</a></p>`}</li>`;
  })}</ul>`;
};

export const actionsOf = (words: Words, list: readonly BookletAction[]): Html => {
  const { text } = words;
  return html`<ul class="pieces">${list.map(
    (one) => html`<li id="${one.code}"><h2>${text(one.title)}</h2>
<p class="soft">${one.code}${one.urgency !== null && html` – <strong>${text(one.urgency)}</strong>`}</p>
${paragraphs(text(one.text))}
${standing(words, one)}</li>`,
  )}</ul>`;
};

export const cardsOf = (words: Words, list: readonly BookletCard[]): Html => {
  const { t, text } = words;
  return html`<ul class="pieces">${list.map(
    (one) => html`<li id="${one.id}"><h2>${text(one.title)}</h2>
<p class="soft">${t('booklet.shown-when', { when: text(one.trigger) })}</p>
${paragraphs(text(one.text))}
${standing(words, one)}</li>`,
  )}</ul>`;
};

export const sourcesOf = ({ text }: Words, list: readonly BookletSource[]): Html =>
  html`<dl>${list.map(
    ({ key, title, url, read }) => html`<dt>${key}</dt><dd>${title} <span class="soft">(${text(read)})</span>
${/^https?:/.test(url) && html`<br><a href="${url}" rel="noreferrer">${url}</a>`}</dd>`,
  )}</dl>`;

export const differencesOf = ({ t, text }: Words, list: readonly BookletDifferences[]): Part =>
  list.map(
    ({ against, changes }) => html`<h2>${text(against)}</h2>
${changes.length === 0 ? html`<p>${t('booklet.no-difference')}</p>` : html`<ul>${changes.map((change) => html`<li>${text(change)}</li>`)}</ul>`}`,
  );

const paragraphs = (text: string): Part =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p class="told">${part.trim()}</p>`);
