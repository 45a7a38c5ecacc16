/**
 * The part of an account's page about the identity provider: whether the person may sign in through it, and with which
 * e-mail.
 */

import { type Html, html } from '@denba/kit/html/html';
import type { GivenIdentity } from '../../people/identities.ts';
import { field, form } from '../fields.ts';
import { sayDay } from '../say.ts';
import type { OwnVisit } from '../visit.ts';

/** `provider`: name of the identity provider. */
export const identityPart = (
  visit: OwnVisit,
  provider: string,
  account: string,
  identity: GivenIdentity | null,
): Html => {
  const { t, fields } = visit;
  const here = `/admin/people/${encodeURIComponent(account)}/identity`;
  return html`<h2>${t('people.provider', { provider })}</h2>
<p>${state(visit, identity)}</p>
${form(
  here,
  field({
    name: 'email',
    label: t('field.email'),
    hint: t('people.provider-hint', { provider }),
    most: 254,
    value: fields['email'] ?? identity?.email,
  }),
  t('people.provider-give'),
)}
${identity !== null && form(`${here}/take`, null, t('people.provider-take'), 'quiet')}`;
};

const state = (visit: OwnVisit, identity: GivenIdentity | null): string => {
  const { t } = visit;
  if (identity === null) return t('people.provider-none');
  const { email, boundAt } = identity;
  if (boundAt === null) return t('people.provider-not-yet', { email });
  return t('people.provider-since', { email, day: sayDay(visit, boundAt) });
};
