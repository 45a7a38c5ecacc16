/**
 * The page before a place is closed: how many are in care there, where they can go, and a checkbox to confirm that this
 * was read.
 */
import { type Html, html } from '@denba/kit/html/html';
import { asKnown } from '../../places/close-place.ts';
import type { InCare } from '../../places/in-care.ts';
import type { Place } from '../../places/known-place.ts';
import type { PlaceToGo } from '../../places/where-to-go.ts';
import { form, tick } from '../fields.ts';
import { layout } from '../layout.ts';
import type { OwnVisit } from '../visit.ts';

type Closing = { readonly place: Place; readonly inCare: InCare; readonly toGo: readonly PlaceToGo[] };

export const closePage = (visit: OwnVisit, { place: { id, name }, inCare, toGo }: Closing): Html => {
  const { t } = visit;
  const here = `/admin/places/${encodeURIComponent(id)}`;
  const who = sayInCare(visit, inCare);
  return layout(
    visit,
    t('change.close-title', { place: name }),
    html`<p>${t('change.close-text')}</p>
${
  inCare.children === 0
    ? html`<p>${t('change.close-nobody')}</p>`
    : html`<p class="warning">${t('change.close-in-care', { who })}</p>
<p>${t('change.close-first')}</p>
<h2>${t('change.close-where')}</h2>
${whereTo(visit, toGo)}`
}
${form(
  `${here}/close`,
  inCare.children > 0 &&
    tick({ name: 'inCare', value: asKnown(inCare), label: t('change.close-known', { place: name, who }) }),
  t('change.close-do'),
  'danger',
)}
<p><a href="${here}">${t('change.close-not')}</a></p>`,
  );
};

const sayInCare = ({ t }: OwnVisit, { families, children: count, few }: InCare): string => {
  if (few) return t('change.few', { count });
  const children = t('change.children', { count });
  return families === null
    ? children
    : t('change.in-care', { children, families: t('change.families', { count: families }) });
};

const whereTo = ({ t, language }: OwnVisit, places: readonly PlaceToGo[]): Html => {
  if (places.length === 0) return html`<p>${t('change.close-nowhere')}</p>`;
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  return html`<ul>${places.map(
    ({ name, kind, km, phones }) =>
      html`<li>${name} <span class="soft">${t(`kind.${kind}`)}${
        km !== null && html` · ${t('change.close-far', { km: whole.format(Math.max(1, km)) })}`
      } · ${t('places.phones', { count: phones })}</span></li>`,
  )}</ul>`;
};
