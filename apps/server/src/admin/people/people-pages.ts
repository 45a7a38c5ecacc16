/** The pages of other people's accounts: the list, one account, and a made password, which is shown once. */

import { type Html, html } from '@denba/kit/html/html';
import { mayGrant } from '../../people/authorisation.ts';
import type { ListedAccount } from '../../people/known-account.ts';
import type { MadePassword } from '../../people/made-password.ts';
import { type Role, roles } from '../../people/roles.ts';
import type { ListedPlace } from '../../places/list-places.ts';
import { choice, field, form, hidden } from '../fields.ts';
import { layout } from '../layout.ts';
import type { OwnVisit } from '../visit.ts';

const pageOf = (account: string): string => `/admin/people/${encodeURIComponent(account)}`;

export const peoplePage = (
  visit: OwnVisit,
  accounts: readonly ListedAccount[],
  places: readonly ListedPlace[],
): Html => {
  const { t, fields } = visit;
  return layout(
    visit,
    t('people.title'),
    html`${accounts.length === 0 && html`<p>${t('people.none')}</p>`}
<ul class="cards">${accounts.map(
      (account) => html`<li><h2><a href="${pageOf(account.id)}">${account.name}</a></h2>
<p class="soft">${account.signInName}</p>
<ul>${account.roles.map(({ role, placeName }) => html`<li>${t(`role.${role}`)} · ${placeName}</li>`)}</ul></li>`,
    )}</ul>
${giving(
  visit,
  places,
  (pick) =>
    html`<h2>${t('people.add')}</h2>
${form(
  '/admin/people',
  [
    field({ name: 'name', label: t('field.name'), capitals: true, value: fields['name'], most: 120 }),
    field({
      name: 'signInName',
      label: t('field.signInName'),
      value: fields['signInName'],
      hint: t('people.sign-in-hint'),
      most: 64,
    }),
    pick,
  ],
  t('people.add-do'),
)}`,
)}`,
  );
};

/** `more`: shown between the roles and the password. */
export const accountPage = (
  visit: OwnVisit,
  account: ListedAccount,
  places: readonly ListedPlace[],
  more: Html | null,
): Html => {
  const { t } = visit;
  const here = pageOf(account.id);
  return layout(
    visit,
    account.name,
    html`<p class="soft">${account.signInName} · ${t(account.hasTotp ? 'people.has-totp' : 'people.no-totp')}</p>
<h2>${t('people.roles')}</h2>
<ul class="cards">${account.roles.map(
      ({ role, place, placeName }) => html`<li><p>${t(`role.${role}`)} · ${placeName}</p>
${form(`${here}/roles/revoke`, [hidden('role', role), hidden('place', place)], t('people.revoke-role'), 'quiet')}</li>`,
    )}</ul>
${giving(visit, places, (pick) => html`<h2>${t('people.grant')}</h2>${form(`${here}/roles`, pick, t('people.grant-do'))}`)}
${more}
<h2>${t('people.password')}</h2>
${form(`${here}/password`, html`<p>${t('people.password-text')}</p>`, t('people.password-do'), 'quiet')}
<h2>${t('people.close')}</h2>
<p><a class="danger" href="${here}/close">${t('people.close-do')}</a></p>`,
  );
};

export const closePage = (visit: OwnVisit, account: ListedAccount): Html => {
  const { t } = visit;
  return layout(
    visit,
    t('people.close-title', { name: account.name }),
    html`<p>${t('people.close-text')}</p>
${form(`${pageOf(account.id)}/close`, null, t('people.close-do'), 'danger')}
<p><a href="${pageOf(account.id)}">${t('people.close-not')}</a></p>`,
  );
};

export const madePasswordPage = (visit: OwnVisit, { id, password }: MadePassword): Html => {
  const { t } = visit;
  return layout(
    visit,
    t('people.made'),
    html`<p>${t('people.made-text')}</p>
<p class="code small">${password}</p>
<p>${t('people.made-once')}</p>
<p><a href="${pageOf(id)}">${t('people.made-back')}</a></p>`,
  );
};

/** The role and place fields of a form, with the choices that the viewer may grant; `null` when there are none. */
const giving = (
  visit: OwnVisit,
  places: readonly ListedPlace[],
  around: (pick: readonly Html[]) => Html,
): Html | null => {
  const { t, viewer, fields } = visit;
  const mayAt = (role: Role, { path }: ListedPlace): boolean => mayGrant(viewer.grants, role, path);
  const given = roles.filter((role) => places.some((place) => mayAt(role, place)));
  const where = places.filter((place) => given.some((role) => mayAt(role, place)));
  if (where.length === 0) return null;
  return around([
    choice(
      'role',
      t('field.role'),
      given.map((role) => [role, t(`role.${role}`)]),
      fields['role'],
    ),
    choice(
      'place',
      t('field.place'),
      where.map(({ id, name, depth }) => [id, `${'\u2007\u2007'.repeat(depth)}${name}`]),
      fields['place'],
    ),
  ]);
};
