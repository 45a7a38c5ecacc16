/** The pages of other people's accounts: what each shows, and what its forms do. */

import { notFound } from '../../http/refusal.ts';
import type { ManagedSite } from '../../managed-site.ts';
import {
  closeAccount,
  createAccount,
  grantRole,
  newAccount,
  oneRole,
  resetPassword,
  revokeRole,
} from '../../people/accounts.ts';
import { giveIdentity, identityOf, newIdentity, takeIdentity } from '../../people/identities.ts';
import { listAccounts } from '../../people/known-account.ts';
import { listPlaces } from '../../places/list-places.ts';
import { type adminPages, fieldsOf } from '../admin-pages.ts';
import { ADMIN, type OwnVisit } from '../visit.ts';
import { identityPart } from './identity-part.ts';
import { accountPage, closePage, madePasswordPage, peoplePage } from './people-pages.ts';

export const peopleAdminRoutes = ({ own }: ReturnType<typeof adminPages>, site: ManagedSite): void => {
  const showPeople = async (visit: OwnVisit) =>
    peoplePage(visit, await listAccounts(site.db, visit.viewer), await listPlaces(site, visit.viewer));
  own.page('/people', showPeople);
  own.form(
    '/people',
    async (visit) =>
      madePasswordPage(visit, await createAccount(site, visit.viewer, fieldsOf(newAccount, visit.fields))),
    showPeople,
  );

  const account = async (visit: OwnVisit) => {
    const found = (await listAccounts(site.db, visit.viewer)).find(({ id }) => id === visit.params['account']);
    if (found === undefined) throw notFound();
    return found;
  };
  const byProvider = async (visit: OwnVisit, id: string) =>
    site.identityProvider &&
    identityPart(visit, site.identityProvider.name, id, await identityOf(site, visit.viewer, id));
  const showAccount = async (visit: OwnVisit) => {
    const shown = await account(visit);
    return accountPage(visit, shown, await listPlaces(site, visit.viewer), await byProvider(visit, shown.id));
  };
  own.page('/people/:account', showAccount);

  const form = (url: string, act: (visit: OwnVisit, account: string) => Promise<unknown>): void =>
    own.form(
      `/people/:account/${url}`,
      async (visit) => {
        const { account: id = '' } = visit.params;
        await act(visit, id);
        return { to: `${ADMIN}/people/${encodeURIComponent(id)}` };
      },
      showAccount,
    );
  form('roles', (visit, id) => grantRole(site, visit.viewer, id, fieldsOf(oneRole, visit.fields)));
  form('roles/revoke', (visit, id) => revokeRole(site, visit.viewer, id, fieldsOf(oneRole, visit.fields)));
  form('identity', (visit, id) => giveIdentity(site, visit.viewer, id, fieldsOf(newIdentity, visit.fields)));
  form('identity/take', (visit, id) => takeIdentity(site, visit.viewer, id));

  own.form(
    '/people/:account/password',
    async (visit) => madePasswordPage(visit, await resetPassword(site, visit.viewer, visit.params['account'] ?? '')),
    showAccount,
  );

  own.page('/people/:account/close', async (visit) => closePage(visit, await account(visit)));
  own.form(
    '/people/:account/close',
    async (visit) => {
      await closeAccount(site, visit.viewer, visit.params['account'] ?? '');
      return { to: `${ADMIN}/people` };
    },
    showAccount,
  );
};
