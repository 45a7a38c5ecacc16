/** Connects the pages of the portal to the server: converts a visit with its rights, and the answer of a page. */
import type { PortalAnswer, PortalVisit } from '@denba/portal/portal-visit';
import { wordsIn } from '@denba/portal/words/words';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Outcome, OwnVisit } from '../admin/visit.ts';
import { notAllowed, notFound } from '../http/refusal.ts';
import { pathsWhere } from '../people/authorisation.ts';

export const portalVisit = ({ language, viewer, now, params, search, address }: OwnVisit): PortalVisit => ({
  ...wordsIn(language),
  address,
  account: viewer.account.id,
  name: viewer.account.name,
  now,
  params,
  today: now.toISOString().slice(0, 10) as LocalDate,
  reader: {
    figures: pathsWhere(viewer.grants, 'read', 'figures'),
    registers: pathsWhere(viewer.grants, 'read', 'register'),
    phones: pathsWhere(viewer.grants, 'read', 'devices'),
    reports: pathsWhere(viewer.grants, 'comment', 'report'),
    drafts: pathsWhere(viewer.grants, 'read', 'drafts').length > 0,
  },
  query: new Map([...new URLSearchParams(search)].toReversed()),
});

export const outcomeOf = (answer: PortalAnswer): Outcome => {
  switch (answer.kind) {
    case 'page':
      return answer.status === undefined ? answer.page : { page: answer.page, status: answer.status, cookies: [] };
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
