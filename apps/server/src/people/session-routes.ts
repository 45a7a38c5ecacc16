/** The routes of setting up, signing in and out, and one's own account. */
import type { FastifyInstance } from 'fastify';
import { bodyOf } from '../http/body-of.ts';
import type { ManagedSite } from '../managed-site.ts';
import { newPassword, newTotp, noTotp, replacePassword, turnOffTotp, turnOnTotp } from './own-account.ts';
import { endedCookie, endSession, sessionCookie, startSession, tokenOf } from './sessions.ts';
import { setUp, setupRequest } from './set-up.ts';
import { signIn, signInRequest } from './sign-in.ts';
import { mayAct, signedIn } from './signed-in.ts';
import { makeTotpSecret, toBase32, totpAddress } from './totp.ts';

export const sessionRoutes = (server: FastifyInstance, site: ManagedSite): void => {
  const { secure, tries } = site;

  server.post('/api/setup', async (request, reply) => {
    await tries.ask(`setup ${request.ip}`);
    const account = await setUp(site, site.setupCode, bodyOf(setupRequest, request.body));
    await tries.forget(`setup ${request.ip}`);
    const token = await startSession(site, account);
    return reply.status(201).header('set-cookie', sessionCookie(token, secure)).send({ id: account });
  });

  server.post('/api/session', async (request, reply) => {
    const token = await signIn(site, tries, request.ip, bodyOf(signInRequest, request.body));
    // A browser has one session: the previous one would stay valid, and nobody could end it.
    await endSession(site, tokenOf(request.headers.cookie, secure));
    return reply.status(201).header('set-cookie', sessionCookie(token, secure)).send({ ok: true });
  });

  server.delete('/api/session', async (request, reply) => {
    await endSession(site, tokenOf(request.headers.cookie, secure));
    return reply.status(204).header('set-cookie', endedCookie(secure)).send();
  });

  server.get('/api/me', async (request) => {
    const { account, grants } = await signedIn(site, secure, request);
    return { account, roles: grants.map(({ role, place }) => ({ role, place })) };
  });

  server.put('/api/me/password', async (request, reply) => {
    const viewer = await signedIn(site, secure, request);
    const asked = bodyOf(newPassword, request.body);
    await slowly(viewer.account.id, () => replacePassword(site, viewer, asked));
    return reply.status(204).send();
  });

  server.get('/api/me/totp', async (request) => {
    const { account } = await mayAct(site, secure, request);
    const secret = makeTotpSecret();
    return { secret: toBase32(secret), address: totpAddress(secret, account.signInName) };
  });

  server.put('/api/me/totp', async (request, reply) => {
    const viewer = await mayAct(site, secure, request);
    const asked = bodyOf(newTotp, request.body);
    await slowly(viewer.account.id, () => turnOnTotp(site, viewer, asked));
    return reply.status(204).send();
  });

  server.delete('/api/me/totp', async (request, reply) => {
    const viewer = await mayAct(site, secure, request);
    const { current } = bodyOf(noTotp, request.body);
    await slowly(viewer.account.id, () => turnOffTotp(site, viewer, current));
    return reply.status(204).send();
  });

  /** Throttles requests that require the password again, so that it cannot be guessed from an open session. */
  async function slowly(account: string, act: () => Promise<void>): Promise<void> {
    await tries.ask(`own ${account}`);
    await act();
    await tries.forget(`own ${account}`);
  }
};
