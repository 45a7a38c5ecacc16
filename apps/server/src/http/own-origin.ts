/**
 * Only pages of this server may make it do something: a browser says from which page a request comes, and that must be
 * this site. Phones and programs that are no browser say nothing, and are judged by what they show.
 */
import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.ts';

export const ownOriginOnly = (server: FastifyInstance, publicUrl: string): void => {
  const own = new URL(publicUrl).origin;
  const isSecure = own.startsWith('https:');
  server.addHook('onRequest', async ({ method, headers: { origin, host } }) => {
    if (method === 'GET' || method === 'HEAD' || origin === undefined || origin === own) return;
    // On another name of this machine (127.0.0.1, a port that the system chose): the page and the server are the same.
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
