/**
 * Protects against requests forged by other sites (CSRF): a browser sends the origin of the page that makes a request,
 * which must be this site. Phones and other programs send no origin, and are authenticated by their tokens.
 */
import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.ts';

export const ownOriginOnly = (server: FastifyInstance, publicUrl: string): void => {
  const own = new URL(publicUrl).origin;
  const isSecure = own.startsWith('https:');
  server.addHook('onRequest', async ({ method, headers: { origin, host } }) => {
    if (method === 'GET' || method === 'HEAD' || origin === undefined || origin === own) return;
    // Another name of this machine (127.0.0.1, a port chosen by the system): page and server have the same host.
    const from = URL.canParse(origin) ? new URL(origin) : null;
    if (from === null || from.host !== host || (isSecure && !keepsCookies(from))) throw foreignOrigin(own);
  });
};

/** Without https a browser drops the secure cookie, except on this machine: nobody would stay signed in. */
const keepsCookies = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

const foreignOrigin = (own: string): Refusal =>
  new Refusal(403, 'foreign-origin', {
    fr: `Cette demande vient d'un autre site. Ouvrez Denba à son adresse, ${own}, puis recommencez.`,
    en: `This request comes from another site. Open Denba at its address, ${own}, then try again.`,
  });
