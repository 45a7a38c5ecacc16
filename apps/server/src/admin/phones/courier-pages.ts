/**
 * The page for a courier file of a phone without network, brought on a stick: uploads it and shows what became of each
 * parcel.
 */

import { answerHere } from '@denba/kit/html/answer-here';
import { type Html, html } from '@denba/kit/html/html';
import { MOST_BYTES } from '@denba/sync/wire';
import * as v from 'valibot';
import { type Brought, bringFile, mayBring } from '../../courier/bring-file.ts';
import type { CourierSite } from '../../courier/receive-parcel.ts';
import { notAllowed } from '../../http/refusal.ts';
import { type adminPages, fieldsOf } from '../admin-pages.ts';
import { layout } from '../layout.ts';
import type { OwnVisit } from '../visit.ts';
import { LOST } from './lost-phones-part.ts';

const courierFields = v.object({ file: v.string() });

export const courierPages = ({ own }: ReturnType<typeof adminPages>, site: CourierSite): void => {
  const show = (visit: OwnVisit): Html => {
    if (!mayBring(visit.viewer)) throw notAllowed();
    return courierPage(visit, null);
  };
  own.page('/courier', show);
  own.form(
    '/courier',
    async (visit) =>
      courierPage(visit, await bringFile(site, visit.viewer, fieldsOf(courierFields, visit.fields).file)),
    show,
    MOST_BYTES + 64 * 1024,
  );
};

const courierPage = (visit: OwnVisit, brought: readonly Brought[] | null): Html => {
  const { t } = visit;
  return layout(
    visit,
    t('courier.title'),
    html`${brought !== null && outcomes(visit, brought)}
<p>${t('courier.text')}</p>
<form method="post" action="/admin/courier" enctype="multipart/form-data">
<p class="field"><label for="file">${t('field.file')}</label>
<input id="file" name="file" type="file" accept=".txt,text/plain" required></p>
<p><button class="primary">${t('courier.do')}</button></p>
</form>
<p><a href="/admin/places">${t('courier.back')}</a></p>`,
  );
};

const outcomes = ({ t }: OwnVisit, brought: readonly Brought[]): Html =>
  html`<div role="status"${answerHere}><ul class="cards">${brought.map(
    ({ phone, place, device, first, last, outcome }) => {
      const name = phone ?? t('courier.phone', { number: device.replaceAll('-', '').slice(0, 4).toUpperCase() });
      return html`<li><h2>${name}</h2><p>${t('courier.entries', { first, last })}</p>
<p class="${outcome === 'received' ? 'soft' : 'warning'}">${t(`courier.outcome-${outcome}`)}</p>
${outcome === 'apart' && place !== null && html`<p><a href="/admin/places/${encodeURIComponent(place)}#${LOST}">${t('courier.decide')}</a></p>`}</li>`;
    },
  )}</ul></div>`;
