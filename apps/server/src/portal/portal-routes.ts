/** The pages of figures at /portal: who may see what is decided here, what they show in `@denba/portal`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { portalForms, portalPages } from '@denba/portal/portal-pages';
import type { PortalSite } from '@denba/portal/portal-site';
import type { PortalTables } from '@denba/portal/portal-tables';
import type { PortalAnswer, PortalVisit } from '@denba/portal/portal-visit';
import { wordsIn } from '@denba/portal/words/words';
import type { LocalDate } from '@denba/quantities/local-date';
import type { FastifyInstance } from 'fastify';
import { adminPages } from '../admin/admin-pages.ts';
import type { Outcome, OwnVisit } from '../admin/visit.ts';
import { shortBodies } from '../http/body-of.ts';
import { formFields } from '../http/form-fields.ts';
import { packedAnswers } from '../http/packed-answers.ts';
import { notAllowed, notFound } from '../http/refusal.ts';
import type { ManagedSite } from '../managed-site.ts';
import { packShelf } from '../packs/pack-shelf.ts';
import { pathsWhere } from '../people/authorisation.ts';
import { FROM_PORTAL, PORTAL } from './portal-address.ts';

export const portalRoutes = (
  server: FastifyInstance,
  site: ManagedSite,
  content: Pick<PortalSite, 'indicators' | 'unapproved'>,
): void => {
  const style = stylesheet();
  const portal: PortalSite = {
    ...content,
    db: site.db.withTables<PortalTables>(),
    packs: packShelf(site.db, site.shippedPack),
  };
  server.register(
    async (scope) => {
      shortBodies(scope);
      packedAnswers(scope);
      formFields(scope);
      scope.get('/style.css', async (_request, reply) =>
        reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(style),
      );
      const pages = adminPages(scope, site, FROM_PORTAL);
      for (const [url, show] of portalPages) {
        pages.own.page(url, async (visit) => outcomeOf(await show(portal, portalVisit(visit))));
      }
      for (const [url, act] of portalForms) {
        pages.own.form(url, async (visit) => outcomeOf(await act(portal, portalVisit(visit), visit.fields)));
      }
    },
    { prefix: PORTAL },
  );
};

const portalVisit = ({ language, viewer, now, params, search }: OwnVisit): PortalVisit => ({
  ...wordsIn(language),
  ...{ account: viewer.account.id, name: viewer.account.name, now, params },
  today: now.toISOString().slice(0, 10) as LocalDate,
  reader: {
    figures: pathsWhere(viewer.grants, 'read', 'figures'),
    registers: pathsWhere(viewer.grants, 'read', 'register'),
  },
  query: new Map([...new URLSearchParams(search)].toReversed()),
});

const outcomeOf = (answer: PortalAnswer): Outcome => {
  switch (answer.kind) {
    case 'page':
      return answer.page;
    case 'file': {
      const { name, type, content } = answer.file;
      return { file: { name, type, content: typeof content === 'string' ? content : Buffer.from(content) } };
    }
    case 'goOn':
      return { to: answer.to };
    case 'notFound':
      throw notFound();
    case 'notAllowed':
      throw notAllowed();
  }
};

/** Colours and sizes are those of the clinic, forms and links those of the management. */
const stylesheet = (): string => {
  const { resolve } = createRequire(import.meta.url);
  return [
    resolve('@denba/kit/tokens.css'),
    new URL('../admin/style.css', import.meta.url),
    resolve('@denba/portal/portal.css'),
    resolve('@denba/portal/protocol/protocol.css'),
  ]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
};
