/** The routes for other people's accounts: list, create, grant and revoke roles, close. */
import type { FastifyInstance } from 'fastify';
import { bodyOf } from '../http/body-of.ts';
import type { ManagedSite } from '../managed-site.ts';
import { closeAccount, createAccount, grantRole, newAccount, oneRole, resetPassword, revokeRole } from './accounts.ts';
import { giveIdentity, newIdentity, takeIdentity } from './identities.ts';
import { listAccounts } from './known-account.ts';
import { mayAct } from './signed-in.ts';

type OneAccount = { readonly Params: { readonly account: string } };

export const accountRoutes = (server: FastifyInstance, site: ManagedSite): void => {
  const { secure } = site;

  server.get('/api/accounts', async (request) => ({
    accounts: await listAccounts(site.db, await mayAct(site, secure, request)),
  }));

  server.post('/api/accounts', async (request, reply) => {
    const viewer = await mayAct(site, secure, request);
    return reply.status(201).send(await createAccount(site, viewer, bodyOf(newAccount, request.body)));
  });

  server.post<OneAccount>('/api/accounts/:account/roles', async (request, reply) => {
    const viewer = await mayAct(site, secure, request);
    await grantRole(site, viewer, request.params.account, bodyOf(oneRole, request.body));
    return reply.status(204).send();
  });

  server.delete<OneAccount>('/api/accounts/:account/roles', async (request, reply) => {
    const viewer = await mayAct(site, secure, request);
    await revokeRole(site, viewer, request.params.account, bodyOf(oneRole, request.body));
    return reply.status(204).send();
  });

  server.post<OneAccount>('/api/accounts/:account/password', async (request) => {
    const viewer = await mayAct(site, secure, request);
    return resetPassword(site, viewer, request.params.account);
  });

  server.put<OneAccount>('/api/accounts/:account/identity', async (request, reply) => {
    const viewer = await mayAct(site, secure, request);
    await giveIdentity(site, viewer, request.params.account, bodyOf(newIdentity, request.body));
    return reply.status(204).send();
  });

  server.delete<OneAccount>('/api/accounts/:account/identity', async (request, reply) => {
    const viewer = await mayAct(site, secure, request);
    await takeIdentity(site, viewer, request.params.account);
    return reply.status(204).send();
  });

  server.post<OneAccount>('/api/accounts/:account/close', async (request, reply) => {
    const viewer = await mayAct(site, secure, request);
    await closeAccount(site, viewer, request.params.account);
    return reply.status(204).send();
  });
};
