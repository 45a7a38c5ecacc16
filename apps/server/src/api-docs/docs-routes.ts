/** `/api/docs`: the description of the routes for programs, as a page for people and (`/openapi.json`) for programs. */
import type { FastifyInstance } from 'fastify';
import { apiPage } from '../admin/api-page.ts';
import { chooseLanguage, wordsIn } from '../admin/words.ts';
import type { DescribedRoute } from './described-route.ts';
import { managementRoutes } from './management-routes.ts';
import { openApi } from './openapi.ts';
import { syncRoutes } from './sync-routes.ts';

export const describedRoutes: readonly DescribedRoute[] = [...syncRoutes, ...managementRoutes];

/** Must be called before any other route is registered: the hook sees only later routes. */
export const docsRoutes = (server: FastifyInstance): void => {
  const routes: Pick<DescribedRoute, 'method' | 'url'>[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (isMethod(one) && isMachines(url)) routes.push({ method: one, url });
  });

  server.get('/api/docs/openapi.json', async (_request, reply) =>
    // A string, because Fastify would serialise an object in its own way.
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

/** Excludes the management pages and the files of the clinic. */
const isMachines = (url: string): boolean => /^\/(api\/|healthz$|readyz$)/.test(url);
