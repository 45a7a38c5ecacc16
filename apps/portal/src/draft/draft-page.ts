/** One draft: what it changes, the result of the check, what it would do, who approved it, and which places have it. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { PortalVisit } from '../portal-visit.ts';
import { sayDay } from '../words/say-day.ts';
import { approvalPart } from './approval-part.ts';
import { checkPart } from './check-part.ts';
import { draftAddress, ruleAddress } from './draft-address.ts';
import { draftLayout } from './draft-layout.ts';
import { dayOf } from './draft-list-page.ts';
import type { DraftView, ShownChange } from './draft-view.ts';
import { givingPart } from './giving-part.ts';

export const draftPage = (visit: PortalVisit, draft: DraftView, problem: string | null): Html => {
  const { t, text } = visit;
  const { id, state, check } = draft;
  return draftLayout(
    visit,
    {
      title: text(draft.title),
      trail: [['/portal/drafts', t('draft.list')]],
      isUnderWay: check.kind === 'running',
      problem,
    },
    html`<p class="period">${t(`draft.state-${state}`)} – ${t('draft.from-base', { base: draft.baseName })}</p>
<p class="soft">${t('draft.by', { name: draft.author, day: sayDay(visit, dayOf(draft.madeAt)) })}</p>
<section aria-labelledby="changes"><h2 id="changes">${t('draft.changes')}</h2>
${draft.shown.length === 0 && html`<p>${t('draft.changes-none')}</p>`}
<ul class="pieces">${draft.shown.map((change) => shown(visit, draft, change))}</ul>
${draft.mayWrite && state === 'open' && html`<p><a class="door" href="${draftAddress(id, 'content')}">${t('draft.add')}</a></p>`}</section>
${draft.shown.length > 0 && [checkPart(visit, check), caseDoor(visit, draft), replayDoor(visit, draft), approvalPart(visit, draft), givingPart(visit, draft)]}
${
  draft.mayWrite &&
  state === 'open' &&
  html`<details class="no-print"><summary>${t('draft.lay-aside')}</summary>
<form method="post" action="${draftAddress(id, 'lay-aside')}"><p>${t('draft.lay-aside-text')}</p><p><button class="danger">${t('draft.lay-aside')}</button></p></form></details>`
}`,
  );
};

const shown = (
  { t, text }: PortalVisit,
  { id, mayWrite, state }: DraftView,
  { target, what, before, after, details, reason, problems, rule }: ShownChange,
): Html => html`<li><h3>${text(what)}</h3>
<p class="change-values"><span>${text(before)}</span> → <strong>${text(after)}</strong></p>
${details.length > 0 && html`<ul>${details.map((detail) => html`<li>${text(detail)}</li>`)}</ul>`}
<p>${t('draft.because', { reason })}</p>
${problems.map(({ message, cure }) => html`<p class="problem">${text(message)} ${text(cure)}</p>`)}
${mayWrite && state === 'open' && rule !== null && html`<p><a href="${ruleAddress(id, rule.table, rule.id)}">${t('rule.change')}</a></p>`}
${mayWrite && state === 'open' && html`<form method="post" action="${draftAddress(id, 'take-back')}"><input type="hidden" name="target" value="${target}"><button class="quiet">${t('draft.take-back')}</button></form>`}</li>`;

const caseDoor = ({ t }: PortalVisit, { id, check, mayWrite, state }: DraftView): Part =>
  check.kind === 'done' &&
  check.usable &&
  mayWrite &&
  state === 'open' &&
  html`<p class="told">${t('kept.door-text')}</p><p><a class="door" href="${draftAddress(id, 'case')}">${t('kept.door')}</a></p>`;

const replayDoor = ({ t }: PortalVisit, { id, check }: DraftView): Part =>
  check.kind === 'done' &&
  check.usable &&
  html`<section aria-labelledby="replay"><h2 id="replay">${t('replay.title')}</h2>
<p class="told">${t('replay.text')}</p>
<p><a class="door" href="${draftAddress(id, 'replay')}">${t('replay.door')}</a></p></section>`;
