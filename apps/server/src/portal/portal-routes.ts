/** The routes of the pages of figures at /portal: rights are decided here, contents in `@denba/portal`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { portalForms, portalPages } from '@denba/portal/portal-pages';
import type { PortalSite } from '@denba/portal/portal-site';
import type { PortalTables } from '@denba/portal/portal-tables';
import type { FastifyInstance } from 'fastify';
import { adminPages } from '../admin/admin-pages.ts';
import type { DraftDesk } from '../drafts/draft-desk.ts';
import { draftPages } from '../drafts/draft-pages.ts';
import { shortBodies } from '../http/body-of.ts';
import { formFields } from '../http/form-fields.ts';
import { packedAnswers } from '../http/packed-answers.ts';
import type { ManagedSite } from '../managed-site.ts';
import { packShelf } from '../packs/pack-shelf.ts';
import { FROM_PORTAL, PORTAL } from './portal-address.ts';
import { outcomeOf, portalVisit } from './portal-visits.ts';

export const portalRoutes = (
  server: FastifyInstance,
  site: ManagedSite,
  content: Pick<PortalSite, 'indicators' | 'unapproved' | 'rules'>,
  desk: DraftDesk,
): void => {
  const portal: PortalSite = {
    ...content,
    db: site.db.withTables<PortalTables>(),
    packs: packShelf(site.db, site.shippedPack, site.now),
  };
  server.register(
    async (scope) => {
      shortBodies(scope);
      packedAnswers(scope);
      formFields(scope);
      const files = { style: readOnce(stylesheet), script: readOnce(progressScript) };
      scope.get('/style.css', async (_request, reply) =>
        reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(files.style()),
      );
      scope.get('/progress.js', async (_request, reply) =>
        reply.type('text/javascript; charset=utf-8').header('cache-control', 'max-age=3600').send(files.script()),
      );
      const pages = adminPages(scope, site, FROM_PORTAL);
      for (const [url, show] of portalPages) {
        pages.own.page(url, async (visit) => outcomeOf(await show(portal, portalVisit(visit))));
      }
      for (const [url, act] of portalForms) {
        pages.own.form(url, async (visit) => outcomeOf(await act(portal, portalVisit(visit), visit.fields)));
      }
      draftPages(pages, site, portal, desk);
    },
    { prefix: PORTAL },
  );
};

/** Reads lazily, and once. */
const readOnce = (read: () => string): (() => string) => {
  let text: string | null = null;
  return () => {
    text ??= read();
    return text;
  };
};

const progressScript = (): string =>
  readFileSync(createRequire(import.meta.url).resolve('@denba/portal/draft/progress.js'), 'utf8');

/** The order matters: the rules for print override those before them. */
const portalStyles = ['frame', 'overview', 'tables', 'pictures', 'summary', 'print'];

/** Colours and sizes are those of the clinic, forms and links those of the management. */
const stylesheet = (): string => {
  const { resolve } = createRequire(import.meta.url);
  return [
    resolve('@denba/kit/tokens.css'),
    new URL('../admin/style.css', import.meta.url),
    ...portalStyles.map((part) => resolve(`@denba/portal/style/${part}.css`)),
    resolve('@denba/portal/protocol/protocol.css'),
    resolve('@denba/portal/protocol/protocol-print.css'),
  ]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
};
