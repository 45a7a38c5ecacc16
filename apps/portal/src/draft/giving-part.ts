/** To which places a published draft is given and from which day, with the form that withdraws it. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { PortalVisit } from '../portal-visit.ts';
import { sayDay } from '../words/say-day.ts';
import { draftAddress } from './draft-address.ts';
import type { DraftView, ShownGiving } from './draft-view.ts';

export const givingPart = (visit: PortalVisit, draft: DraftView): Part => {
  const { t } = visit;
  const { packName, givings, places } = draft;
  return (
    packName !== null &&
    html`<section aria-labelledby="giving"><h2 id="giving">${t('giving.title')}</h2>
<p>${packName}</p>
<ul class="pieces">${givings.map((giving) => given(visit, draft, giving))}</ul>
${places.length > 0 && giveForm(visit, draft)}</section>`
  );
};

const given = (visit: PortalVisit, { id, places }: DraftView, giving: ShownGiving): Html => {
  const { t } = visit;
  return html`<li><h3>${giving.placeName}</h3>
<p>${t(`giving.${giving.state}`, { day: sayDay(visit, giving.fromDay) })}</p>
${giving.state !== 'withdrawn' && places.length > 0 && html`<form method="post" action="${draftAddress(id, 'withdraw')}"><input type="hidden" name="giving" value="${giving.id}"><button class="quiet">${t('giving.withdraw')}</button></form>`}</li>`;
};

const giveForm = ({ t, today }: PortalVisit, { id, places }: DraftView): Html =>
  html`<form method="post" action="${draftAddress(id, 'give')}"><h3>${t('giving.give')}</h3>
<p class="told">${t('giving.text')}</p>
<fieldset class="places"><legend>${t('giving.places')}</legend>${places.map(
    (place) =>
      html`<p class="tick depth-${Math.min(place.depth, 4)}"><input id="place.${place.id}" name="place.${place.id}" type="checkbox" value="yes"><label for="place.${place.id}">${place.name}</label></p>`,
  )}</fieldset>
<p class="field short"><label for="from">${t('giving.from')}</label><input id="from" name="from" type="date" value="${today}" min="${today}" required></p>
<p><button>${t('giving.give')}</button></p></form>`;
