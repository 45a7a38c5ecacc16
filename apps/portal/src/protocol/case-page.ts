/** A case tried by hand: what the protocol concludes, why, from which values, and what is still missing. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { TriedCase } from '@denba/protocols/booklet/try-case';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import type { Words } from '../words/words.ts';
import { caseForm } from './case-form.ts';
import { openProtocol, protocolAddress } from './open-protocol.ts';
import { createProtocolCase, type ProtocolCase } from './protocol-case.ts';
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
${tried.tried !== null && conclusion(visit, tried.tried)}
${caseForm(visit, protocol, tried, protocolAddress(opened, 'try'))}`,
  );
  return { kind: 'page', page };
};

/** Half a second of work: once for a protocol, while it is kept in memory. */
const caseOf = (protocol: CompiledProtocol): ((fields: Readonly<Record<string, string>>) => ProtocolCase) => {
  const known = cases.get(protocol) ?? createProtocolCase(protocol);
  cases.set(protocol, known);
  return known;
};

const cases = new WeakMap<CompiledProtocol, ReturnType<typeof createProtocolCase>>();

const MOST_MISSING = 8;

const conclusion = (words: Words, { headline, conclusions, trace, missing, refused }: TriedCase): Html => {
  const { t, text } = words;
  return html`<section class="conclusion" aria-labelledby="conclusion" tabindex="-1">
<h2 id="conclusion">${t('case.conclusion')}</h2>
<p class="value" role="status">${text(headline)}</p>
${refused.length > 0 && html`<ul class="problem">${refused.map(({ message, cure }) => html`<li>${text(message)} ${text(cure)}</li>`)}</ul>`}
<dl class="told-values">${conclusions.map(({ label, value }) => html`<dt>${text(label)}</dt><dd>${text(value)}</dd>`)}</dl>
${missingPart(words, missing)}
<h3>${t('case.why', { count: trace.length })}</h3>
<ol class="trace">${trace.map(
    ({ row, table, reason, values, authority }) => html`<li><p><strong>${text(reason)}</strong></p>
${values.length > 0 && html`<p>${values.map(({ label, value }) => `${text(label)} ${text(value)}`).join(' ; ')}</p>`}
<p class="soft">${row}, ${text(table)} – ${text(authority)}</p></li>`,
  )}</ol>
</section>`;
};

const missingPart = ({ t, text }: Words, missing: TriedCase['missing']): Part =>
  missing.length > 0 &&
  html`<p class="warning">${t('case.missing', { count: missing.length })}</p>
<p>${missing
    .slice(0, MOST_MISSING)
    .map(({ label }) => text(label))
    .join(' ; ')}${missing.length > MOST_MISSING && ' …'}</p>`;
