/** The pages of one's own account: changing the password, and the authenticator. */

import { type Html, html } from '@denba/kit/html/html';
import * as v from 'valibot';
import { Refusal } from '../../http/refusal.ts';
import type { ManagedSite } from '../../managed-site.ts';
import { newPassword, newTotp, noTotp, replacePassword, turnOffTotp, turnOnTotp } from '../../people/own-account.ts';
import { fromBase32, makeTotpSecret, toBase32, totpAddress } from '../../people/totp.ts';
import { type adminPages, fieldsOf } from '../admin-pages.ts';
import { field, form, hidden } from '../fields.ts';
import { layout } from '../layout.ts';
import { qr } from '../phones/device-pages.ts';
import { ADMIN, type OwnVisit } from '../visit.ts';

export const mePages = ({ me, own }: ReturnType<typeof adminPages>, site: ManagedSite): void => {
  const slowly = async ({ viewer }: OwnVisit, act: () => Promise<void>) => {
    await site.tries.ask(`own ${viewer.account.id}`);
    await act();
    await site.tries.forget(`own ${viewer.account.id}`);
    return { to: `${ADMIN}/me` };
  };

  me.page('/me', mePage);
  me.form(
    '/me/password',
    (visit) => {
      const { again, ...asked } = fieldsOf(twice, visit.fields);
      if (again !== asked.next) throw notTheSame();
      return slowly(visit, () => replacePassword(site, visit.viewer, asked));
    },
    mePage,
  );

  own.page('/me/totp', totpPage);
  own.form(
    '/me/totp',
    (visit) => slowly(visit, () => turnOnTotp(site, visit.viewer, fieldsOf(newTotp, visit.fields))),
    totpPage,
  );
  own.form(
    '/me/totp/off',
    (visit) => slowly(visit, () => turnOffTotp(site, visit.viewer, fieldsOf(noTotp, visit.fields).current)),
    mePage,
  );
};

const twice = v.object({ ...newPassword.entries, again: v.string() });

const notTheSame = (): Refusal =>
  new Refusal(422, 'password-not-the-same', {
    fr: 'Les deux nouveaux mots de passe ne sont pas les mêmes.',
    en: 'The two new passwords are not the same.',
  });

const current = ({ t }: OwnVisit, id = 'current'): Html =>
  field({ name: id, label: t('field.current'), type: 'password', autocomplete: 'current-password' });

const mePage = (visit: OwnVisit): Html =>
  visit.viewer.account.hasPassword
    ? passwordPage(visit)
    : layout(
        visit,
        visit.t('me.title'),
        html`<p class="soft">${visit.viewer.account.signInName}</p><p>${visit.t('me.no-password')}</p>`,
      );

const passwordPage = (visit: OwnVisit): Html => {
  const { t, viewer } = visit;
  const { passwordMade, hasTotp, signInName } = viewer.account;
  const fresh = { type: 'password', autocomplete: 'new-password' } as const;
  return layout(
    visit,
    t('me.title'),
    html`<p class="soft">${signInName}</p>
<h2>${t('me.password')}</h2>
${passwordMade && html`<p class="warning">${t('me.password-made')}</p>`}
${form(
  '/admin/me/password',
  [
    current(visit),
    field({ ...fresh, name: 'next', label: t('field.next'), hint: t('me.password-hint') }),
    field({ ...fresh, name: 'again', label: t('field.again') }),
  ],
  t('me.password-do'),
)}
${!passwordMade && html`<h2>${t('me.totp')}</h2>`}
${
  passwordMade
    ? null
    : hasTotp
      ? html`<p>${t('me.totp-is-on')}</p><p><a href="/admin/me/totp">${t('me.totp-change')}</a></p>
${form('/admin/me/totp/off', offField(visit), t('me.totp-off'), 'quiet')}`
      : html`<p>${t('me.totp-text')}</p><p><a href="/admin/me/totp">${t('me.totp-on')}</a></p>`
}`,
  );
};

/** The page has another field with this name, so this one needs a different id. */
const offField = ({ t }: OwnVisit): Html =>
  html`<p class="field"><label for="current-off">${t('field.current')}</label>
<input id="current-off" name="current" type="password" autocomplete="current-password" required maxlength="200"></p>`;

const totpPage = (visit: OwnVisit): Html => {
  const { t, viewer, fields } = visit;
  // After a wrong code the secret stays the same: the authenticator holds it already.
  const secret = fromBase32(fields['secret'] ?? '') ?? makeTotpSecret();
  return layout(
    visit,
    t('me.totp'),
    html`<p>${t('me.totp-how')}</p>
${qr(totpAddress(secret, viewer.account.signInName), t('me.totp-picture'))}
<p>${t('me.totp-secret')} <span class="secret">${(toBase32(secret).match(/.{4}/g) ?? []).join(' ')}</span></p>
${form(
  '/admin/me/totp',
  [
    hidden('secret', toBase32(secret)),
    field({ name: 'code', label: t('field.code'), autocomplete: 'one-time-code', most: 10 }),
    current(visit),
  ],
  t('me.totp-on'),
)}`,
  );
};
