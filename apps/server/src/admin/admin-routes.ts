/** The management pages at /admin: plain HTML and forms, for a small phone on a slow line. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CourierSite } from '../courier/receive-parcel.ts';
import { shortBodies } from '../http/body-of.ts';
import { formFields } from '../http/form-fields.ts';
import type { ManagedSite } from '../managed-site.ts';
import { adminPages } from './admin-pages.ts';
import { fileFields } from './file-fields.ts';
import { packsPages } from './packs/packs-pages.ts';
import { entryPages } from './people/entry-pages.ts';
import { mePages } from './people/me-pages.ts';
import { peopleAdminRoutes } from './people/people-routes.ts';
import { providerPages } from './people/provider-pages.ts';
import { courierPages } from './phones/courier-pages.ts';
import { recoveryPages } from './phones/recovery-pages.ts';
import { importPages } from './places/import-pages.ts';
import { outlinesPages } from './places/outlines-page.ts';
import { placeAdminRoutes } from './places/place-routes.ts';
import { ADMIN } from './visit.ts';

export const adminRoutes = (server: FastifyInstance, site: ManagedSite, courier: CourierSite): void => {
  const style = stylesheet();
  server.register(
    async (scope) => {
      shortBodies(scope);
      formFields(scope);
      scope.addContentTypeParser(
        'multipart/form-data',
        { parseAs: 'buffer' },
        (request: FastifyRequest, body: Buffer) => fileFields(body, request.headers['content-type'] ?? ''),
      );
      scope.get('/style.css', async (_request, reply) =>
        reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(style),
      );
      const pages = adminPages(scope, site);
      entryPages(pages, site);
      if (site.identityProvider !== null) providerPages(pages, site, site.identityProvider);
      mePages(pages, site);
      placeAdminRoutes(pages, site, courier);
      recoveryPages(pages, site);
      peopleAdminRoutes(pages, site);
      importPages(scope, pages, site);
      outlinesPages(pages, site);
      courierPages(pages, courier);
      packsPages(pages, site);
    },
    { prefix: ADMIN },
  );
};

/** The kit's tokens come first, so that colours and sizes are those of the clinic. */
const stylesheet = (): string => {
  const tokens = createRequire(import.meta.url).resolve('@denba/kit/tokens.css');
  return [tokens, new URL('style.css', import.meta.url)].map((file) => readFileSync(file, 'utf8')).join('\n');
};
