/** `/api/docs`: what programs may ask of this server, for people and (`/openapi.json`) for programs. */
import type { FastifyInstance } from 'fastify';
import { apiPage } from '../admin/api-page.ts';
import { chooseLanguage, wordsIn } from '../admin/words.ts';
import type { DescribedRoute } from './described-route.ts';
import { managementRoutes } from './management-routes.ts';
import { openApi } from './openapi.ts';
import { syncRoutes } from './sync-routes.ts';

export const describedRoutes: readonly DescribedRoute[] = [...syncRoutes, ...managementRoutes];

/** To be called before any other route is made: it sees only those that come after. */
export const docsRoutes = (server: FastifyInstance): void => {
  const routes: Pick<DescribedRoute, 'method' | 'url'>[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (isMethod(one) && isMachines(url)) routes.push({ method: one, url });
  });

  server.get('/api/docs/openapi.json', async (_request, reply) =>
    // `send` with a text: Fastify would make its own of an object.
    reply.type('application/json; charset=utf-8').send(JSON.stringify(openApi(routes, describedRoutes))),
  );

  server.get<{ readonly Querystring: { readonly lang?: unknown } }>('/api/docs', async ({ query, headers }, reply) => {
    const { cookie: cookies, 'accept-language': accepted } = headers;
    const words = wordsIn(chooseLanguage({ asked: query.lang, cookies, accepted }));
    return reply.type('text/html; charset=utf-8').send(apiPage(words, describedRoutes).text);
  });
};

const isMethod = (method: string): method is DescribedRoute['method'] =>
  method === 'GET' || method === 'POST' || method === 'PUT' || method === 'DELETE';

/** What is no page of the management, and no file of the clinic. */
const isMachines = (url: string): boolean => /^\/(api\/|healthz$|readyz$)/.test(url);
