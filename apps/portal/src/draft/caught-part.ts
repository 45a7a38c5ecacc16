/**
 * Children whose outcome is known: how many of them the protocol of today and the draft find, and a sentence that says
 * which one finds more.
 */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { Caught } from '@denba/protocols/what-if/compare/caught';
import { tellCaught } from '@denba/protocols/what-if/compare/tell-caught';
import type { Words } from '../words/words.ts';
import { isHidden } from './hidden-numbers.ts';

export const caughtPart = (words: Words, base: Caught | null, draft: Caught | null, open: boolean): Part => {
  if (base === null || draft === null) return null;
  const { t, text } = words;
  const list = (title: string, one: Caught): Html =>
    html`<div><h3>${title}</h3><ul>${tellCaught(one).map((line) => html`<li>${text(line)}</li>`)}</ul></div>`;
  return html`<section><h2 id="caught">${t('replay.caught')}</h2>
<p class="soft told">${t('replay.caught-text')}</p>
${
  !open && isFew(base, draft)
    ? html`<p>${t('replay.caught-few')}</p>`
    : html`${foundMore(words, base, draft)}
<div class="beside">${list(t('replay.now'), base)}${list(t('replay.then'), draft)}</div>`
}</section>`;
};

/** Says above all tables when a draft finds fewer of the children who did badly. */
export const foundMore = ({ t }: Words, base: Caught, draft: Caught): Html => {
  const found = draft.sensitivity.n - base.sensitivity.n;
  const alarms = alarmsOf(draft) - alarmsOf(base);
  const of = { count: Math.abs(found) };
  return html`<p class="${found < 0 ? 'warning' : ''}">${
    found === 0 ? t('replay.caught-same') : found < 0 ? t('replay.caught-fewer', of) : t('replay.caught-more', of)
  }${alarms !== 0 && ` ${t(alarms > 0 ? 'replay.alarms-more' : 'replay.alarms-fewer', { count: Math.abs(alarms) })}`}</p>`;
};

/** The number of children who did well although they were called at risk. */
const alarmsOf = ({ specificity: { n, of } }: Caught): number => of - n;

const isFew = (base: Caught, draft: Caught): boolean =>
  [base, draft].some(({ sensitivity, specificity }) =>
    [sensitivity, specificity].some(({ n, of }) => isHidden({ base: n, draft: of })),
  ) ||
  isHidden({ base: base.sensitivity.n, draft: draft.sensitivity.n }) ||
  isHidden({ base: alarmsOf(base), draft: alarmsOf(draft) });
