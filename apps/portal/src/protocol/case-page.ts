/** A case tried by hand: what the protocol concludes, why, from which values, and what is still missing. */
import { html } from '@denba/kit/html/html';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { caseConclusion } from './case-conclusion.ts';
import { caseForm } from './case-form.ts';
import { caseOf } from './case-of.ts';
import { openProtocol, protocolAddress } from './open-protocol.ts';
import { protocolLayout } from './protocol-layout.ts';

export const casePage = async (
  site: PortalSite,
  visit: PortalVisit,
  fields: Readonly<Record<string, string>> = {},
): Promise<PortalAnswer> => {
  const opened = await openProtocol(site, visit);
  if (opened === null) return { kind: 'notFound' };
  const { protocol } = opened.shown;
  const tried = caseOf(protocol)(fields);
  const page = protocolLayout(
    visit,
    opened,
    { title: visit.t('case.title') },
    html`<p>${visit.t('case.text')}</p>
${tried.tried !== null && caseConclusion(visit, tried.tried)}
${caseForm(visit, protocol, tried, protocolAddress(opened, 'try'))}`,
  );
  return { kind: 'page', page };
};
