/**
 * The page of a forgotten PIN: the recovery key of a phone is requested, approved by a second person, and shown once.
 */

import { type Html, html } from '@denba/kit/html/html';
import type { ManagedSite } from '../../managed-site.ts';
import {
  agreeToRecovery,
  askRecovery,
  endRecovery,
  type Recovery,
  readRecovery,
  recoveryReason,
  showRecoveryKey,
} from '../../recovery/release-recovery-key.ts';
import { type adminPages, fieldsOf } from '../admin-pages.ts';
import { field, form } from '../fields.ts';
import { layout } from '../layout.ts';
import { sayDay } from '../say.ts';
import { ADMIN, type OwnVisit } from '../visit.ts';

export const recoveryPages = ({ own }: ReturnType<typeof adminPages>, site: ManagedSite): void => {
  const idOf = ({ params }: OwnVisit): string => params['device'] ?? '';
  const show = async (visit: OwnVisit) => recoveryPage(visit, await readRecovery(site, visit.viewer, idOf(visit)));
  own.page('/devices/:device/recovery', show);

  const step = (url: string, act: (visit: OwnVisit, device: string) => Promise<void>): void =>
    own.form(
      `/devices/:device/recovery/${url}`,
      async (visit) => {
        await act(visit, idOf(visit));
        return { to: pageOf(idOf(visit)) };
      },
      show,
    );
  step('ask', (visit, id) => askRecovery(site, visit.viewer, id, fieldsOf(recoveryReason, visit.fields)));
  step('agree', (visit, id) => agreeToRecovery(site, visit.viewer, id));
  step('end', (visit, id) => endRecovery(site, visit.viewer, id));
  own.form(
    '/devices/:device/recovery/show',
    async (visit) => {
      const { device } = await readRecovery(site, visit.viewer, idOf(visit));
      return keyPage(visit, device, await showRecoveryKey(site, visit.viewer, device.id));
    },
    show,
  );
};

const pageOf = (device: string): string => `${ADMIN}/devices/${encodeURIComponent(device)}/recovery`;

const recoveryPage = (visit: OwnVisit, recovery: Recovery): Html => {
  const { t } = visit;
  const { device, keptSince } = recovery;
  return layout(
    visit,
    t('recovery.title', { phone: device.name }),
    html`<p>${t('recovery.text')}</p>
${
  keptSince === null
    ? html`<p class="warning">${t('recovery.none')}</p>`
    : html`<p class="soft">${t('recovery.kept', { day: sayDay(visit, keptSince) })}</p>${steps(visit, recovery)}`
}
${back(visit, device)}`,
  );
};

const steps = (visit: OwnVisit, { device, state, request, own, mayAgree }: Recovery): Html => {
  const { t, fields } = visit;
  const here = pageOf(device.id);
  if (request === null) {
    const reason = field({
      name: 'reason',
      label: t('field.reason'),
      hint: t('recovery.ask-hint'),
      most: 500,
      value: fields['reason'],
    });
    return form(`${here}/ask`, reason, t('recovery.ask'));
  }
  const asked = html`<p>${t('recovery.asked', { name: request.by, reason: request.reason })}</p>`;
  const end = form(`${here}/end`, null, t('recovery.end'), 'quiet');
  if (state === 'agreed') {
    return own
      ? html`${asked}${form(`${here}/show`, html`<p>${t('recovery.show-text')}</p>`, t('recovery.show'))}${end}`
      : html`${asked}<p>${t('recovery.agreed')} ${t('recovery.other-shows')}</p>${end}`;
  }
  if (own) return html`${asked}<p class="warning">${t('recovery.wait')}</p>${end}`;
  return mayAgree
    ? html`${asked}${form(`${here}/agree`, html`<p>${t('recovery.agree-text')}</p>`, t('recovery.agree'))}${end}`
    : html`${asked}<p class="warning">${t('recovery.not-you')}</p>${end}`;
};

const keyPage = (visit: OwnVisit, device: Recovery['device'], key: string): Html => {
  const { t } = visit;
  return layout(
    visit,
    t('recovery.key'),
    html`<p>${t('recovery.key-text')}</p>
<p class="code small" translate="no">${key}</p>
<p>${t('recovery.key-then')}</p>
${back(visit, device)}`,
  );
};

const back = ({ t }: OwnVisit, { place }: Recovery['device']): Html =>
  html`<p><a href="/admin/places/${encodeURIComponent(place.id)}">${t('recovery.back', { place: place.name })}</a></p>`;
