/** Setting up the server, signing in and signing out. */

import { type Html, html } from '@denba/kit/html/html';
import { notFound } from '../../http/refusal.ts';
import type { ManagedSite } from '../../managed-site.ts';
import { endedCookie, endSession, sessionCookie, startSession } from '../../people/sessions.ts';
import { hasAccount, setUp, setupRequest } from '../../people/set-up.ts';
import { signIn, signInRequest } from '../../people/sign-in.ts';
import { FROM_PORTAL, PORTAL } from '../../portal/portal-address.ts';
import { type adminPages, fieldsOf } from '../admin-pages.ts';
import { field, form } from '../fields.ts';
import { layout } from '../layout.ts';
import { ADMIN, type Visit } from '../visit.ts';

export const entryPages = ({ open }: ReturnType<typeof adminPages>, site: ManagedSite): void => {
  const { secure, tries } = site;

  const isNew = async (): Promise<boolean> => site.setupCode !== null && !(await hasAccount(site.db));
  open.page('/', async ({ viewer }) => ({
    to: `${ADMIN}/${viewer !== null ? 'places' : (await isNew()) ? 'setup' : 'sign-in'}`,
  }));

  const signInPage = signInPageWith(site.identityProvider?.name ?? null);
  open.page('/sign-in', signInPage);
  open.form(
    '/sign-in',
    async ({ address, fields, search, viewer }) => {
      const token = await signIn(site, tries, address, fieldsOf(signInRequest, fields));
      await endSession(site, viewer?.token ?? null);
      return { to: search === FROM_PORTAL ? PORTAL : `${ADMIN}/places`, cookie: sessionCookie(token, secure) };
    },
    signInPage,
  );

  open.form('/sign-out', async ({ viewer }) => {
    if (viewer !== null) await endSession(site, viewer.token);
    return { to: `${ADMIN}/sign-in`, cookie: endedCookie(secure) };
  });

  open.page('/setup', async (visit) => {
    if (!(await isNew())) throw notFound();
    return setupPage(visit);
  });
  open.form(
    '/setup',
    async ({ address, fields }) => {
      await tries.ask(`setup ${address}`);
      // An empty form field counts as absent.
      const { rootName = '', ...needed } = fields;
      const asked = fieldsOf(setupRequest, rootName.trim() === '' ? needed : fields);
      const account = await setUp(site, site.setupCode, asked);
      await tries.forget(`setup ${address}`);
      return { to: `${ADMIN}/places`, cookie: sessionCookie(await startSession(site, account), secure) };
    },
    setupPage,
  );
};

/** `provider`: name of the identity provider; `null`: there is none. */
export const signInPageWith =
  (provider: string | null) =>
  (visit: Visit): Html => {
    const { t, fields, search } = visit;
    return layout(
      visit,
      t('entry.sign-in'),
      html`${provider !== null && html`<p><a class="primary" href="/admin/sign-in/provider">${t('entry.by-provider', { provider })}</a></p>`}
${form(
  `/admin/sign-in${search === FROM_PORTAL ? FROM_PORTAL : ''}`,
  [
    field({ name: 'name', label: t('field.signInName'), value: fields['name'], autocomplete: 'username' }),
    field({ name: 'password', label: t('field.password'), type: 'password', autocomplete: 'current-password' }),
    field({
      name: 'code',
      label: t('field.totp'),
      hint: t('entry.code-hint'),
      needed: false,
      autocomplete: 'one-time-code',
    }),
  ],
  t('entry.sign-in'),
)}`,
    );
  };

const setupPage = (visit: Visit): Html => {
  const { t, fields } = visit;
  return layout(
    visit,
    t('entry.setup'),
    html`<p>${t('entry.setup-text')}</p>
${form(
  '/admin/setup',
  [
    field({ name: 'code', label: t('field.setup-code'), hint: t('entry.setup-code-hint'), value: fields['code'] }),
    field({ name: 'name', label: t('field.name'), capitals: true, value: fields['name'], autocomplete: 'name' }),
    field({
      name: 'signInName',
      label: t('field.signInName'),
      value: fields['signInName'],
      hint: t('people.sign-in-hint'),
    }),
    field({
      name: 'password',
      label: t('field.password'),
      type: 'password',
      hint: t('me.password-hint'),
      autocomplete: 'new-password',
    }),
    field({ name: 'rootName', label: t('field.rootName'), value: fields['rootName'], needed: false }),
  ],
  t('entry.setup-do'),
)}`,
  );
};
