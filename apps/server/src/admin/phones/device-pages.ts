/**
 * The page with a join code for one more phone, in large letters and as a QR code, and the confirmation page before a
 * phone is revoked.
 */

import { type Html, html } from '@denba/kit/html/html';
import { drawQr } from '@denba/kit/qr/qr-modules';
import type { Invitation } from '../../devices/invite-device.ts';
import type { ManagedDevice } from '../../devices/revoke-device.ts';
import { inGroups } from '../../spoken-code.ts';
import { form } from '../fields.ts';
import { layout } from '../layout.ts';
import type { OwnVisit } from '../visit.ts';

const QUIET_ZONE = 4;

export const joinCodePage = (visit: OwnVisit, { code, address, place }: Invitation): Html => {
  const { t } = visit;
  return layout(
    visit,
    t('join.title', { place: place.name }),
    html`<p>${t('join.text')}</p>
<p class="code">${inGroups(code)}</p>
${qr(address, t('join.picture'))}
<p>${t('join.once')}</p>
<p><a href="/admin/places/${encodeURIComponent(place.id)}">${t('join.back', { place: place.name })}</a></p>`,
  );
};

export const qr = (text: string, label: string): Html => {
  const { modules, path } = drawQr({ text });
  const size = modules + 2 * QUIET_ZONE;
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="-${QUIET_ZONE} -${QUIET_ZONE} ${size} ${size}">
<rect class="paper" x="-${QUIET_ZONE}" y="-${QUIET_ZONE}" width="${size}" height="${size}"/><path d="${path}"/></svg>`;
};

export const revokePage = (visit: OwnVisit, { id, name, place }: ManagedDevice): Html => {
  const { t } = visit;
  return layout(
    visit,
    t('revoke.title', { phone: name }),
    html`<p>${t('revoke.text', { place: place.name })}</p>
<p>${t('revoke.found')}</p>
<p>${t('revoke.for-good')}</p>
${form(`/admin/devices/${encodeURIComponent(id)}/revoke`, null, t('revoke.do'), 'danger')}
<p><a href="/admin/places/${encodeURIComponent(place.id)}">${t('revoke.not')}</a></p>`,
  );
};
