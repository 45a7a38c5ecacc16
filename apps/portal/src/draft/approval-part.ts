/** Who approved a draft, and the button for the next approval. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { PortalVisit } from '../portal-visit.ts';
import { sayDay } from '../words/say-day.ts';
import { draftAddress } from './draft-address.ts';
import { dayOf } from './draft-list-page.ts';
import type { DraftView } from './draft-view.ts';

export const approvalPart = (visit: PortalVisit, draft: DraftView): Html => {
  const { t } = visit;
  const { approvals, state } = draft;
  return html`<section aria-labelledby="approval"><h2 id="approval">${t('draft.approval')}</h2>
${state === 'open' && html`<p class="told">${t('draft.approval-text')}</p>`}
<ul>${approvals.map(({ name, at }) => html`<li>${t('draft.approved-by', { name, day: sayDay(visit, dayOf(at)) })}</li>`)}</ul>
${state === 'open' && approveForm(visit, draft)}</section>`;
};

const approveForm = ({ t }: PortalVisit, { id, notApprove, check, approvals }: DraftView): Part => {
  if (notApprove !== null) return html`<p class="soft">${t(`draft.not-approve-${notApprove}`)}</p>`;
  const cases = check.kind === 'done' ? check.vignettes.length + check.failing.length : 0;
  return html`<form method="post" action="${draftAddress(id, 'approve')}">
${cases > 0 && html`<p class="tick"><input id="read" name="read" type="checkbox" value="yes" required><label for="read">${t('draft.read-cases', { count: cases })}</label></p>`}
<p><button>${t(approvals.length === 0 ? 'draft.approve-first' : 'draft.approve-second')}</button></p></form>`;
};
