/**
 * Only pages of this server may make it do something: a browser says from which page a request comes, and that must be
 * this site. Phones and programs that are no browser say nothing, and are judged by what they show.
 */
import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.ts';

export const ownOriginOnly = (server: FastifyInstance, publicUrl: string): void => {
  const own = new URL(publicUrl).origin;
  server.addHook('onRequest', async ({ method, headers: { origin, host } }) => {
    if (method === 'GET' || method === 'HEAD' || origin === undefined || origin === own) return;
    // On another name of this machine (127.0.0.1, a port that the system chose): the page and the server are the same.
    if (!URL.canParse(origin) || new URL(origin).host !== host) throw foreignOrigin();
  });
};

const foreignOrigin = (): Refusal =>
  new Refusal(403, 'foreign-origin', {
    fr: "Cette demande vient d'un autre site. Ouvrez Denba à son adresse, puis recommencez.",
    en: 'This request comes from another site. Open Denba at its address, then try again.',
  });
