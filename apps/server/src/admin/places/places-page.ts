/** The page with the tree of places: how many phones each has, and when the last contact with one was. */

import { type Html, html } from '@denba/kit/html/html';
import type { ListedPlace } from '../../places/list-places.ts';
import { layout } from '../layout.ts';
import { sayAgo } from '../say.ts';
import type { OwnVisit } from '../visit.ts';

export type MayHere = { readonly import: boolean; readonly bring: boolean; readonly packs: boolean };

/** `places`: in tree order. */
export const placesPage = (visit: OwnVisit, places: readonly ListedPlace[], may: MayHere): Html => {
  const { t } = visit;
  return layout(
    visit,
    t('places.title'),
    html`<ul class="links">
<li><a href="/admin/export">${t('places.export')}</a></li>
${may.import && html`<li><a href="/admin/import">${t('places.import')}</a></li>`}
${may.import && html`<li><a href="/admin/outlines">${t('outlines.title')}</a></li>`}
${may.bring && html`<li><a href="/admin/courier">${t('courier.title')}</a></li>`}
${may.packs && html`<li><a href="/admin/packs">${t('packs.title')}</a></li>`}
</ul>
${places.length === 0 ? html`<p>${t('places.none')}</p>` : html`<ul class="tree">${branches(visit, places)}</ul>`}`,
  );
};

/** Nested lists, so that a screen reader reads the tree as a tree. */
const branches = (visit: OwnVisit, places: readonly ListedPlace[]): readonly Html[] => {
  const [top, ...rest] = places;
  if (top === undefined) return [];
  const next = rest.findIndex(({ depth }) => depth <= top.depth);
  const [below, others] = next < 0 ? [rest, []] : [rest.slice(0, next), rest.slice(next)];
  return [branch(visit, top, below), ...branches(visit, others)];
};

const branch = (visit: OwnVisit, place: ListedPlace, below: readonly ListedPlace[]): Html => {
  const { t, now } = visit;
  const all = [place, ...below];
  const phones = all.reduce((sum, one) => sum + one.phones, 0);
  const times = all.flatMap(({ lastContact }) => (lastContact === null ? [] : [lastContact.getTime()]));
  const last = times.length === 0 ? null : new Date(times.reduce((a, b) => Math.max(a, b)));
  return html`<li><a href="/admin/places/${encodeURIComponent(place.id)}"><span class="name">${place.name}</span>
<span class="soft">${t(`kind.${place.kind}`)} · ${place.closedOn !== null && html`${t('places.closed')} · `}${t('places.phones', { count: phones })}${
    phones > 0 && html` · ${t('places.last-contact', { ago: sayAgo(visit, last, now) })}`
  }</span></a>
${below.length > 0 && html`<ul>${branches(visit, below)}</ul>`}</li>`;
};
