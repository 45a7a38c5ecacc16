/** The replay of a draft over the recorded assessments: its progress, then what the draft would have done. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { UnitCosts } from '@denba/protocols/what-if/compare/cost';
import type { Progress } from '@denba/protocols/what-if/replay/baseline';
import type { PortalVisit } from '../portal-visit.ts';
import { sayNumber } from '../words/numbers.ts';
import type { FigureView } from './comparison-table.ts';
import { trailOf } from './content-pages.ts';
import { costFields, costForm } from './cost-part.ts';
import { draftAddress } from './draft-address.ts';
import { draftLayout } from './draft-layout.ts';
import type { DraftSummary, ReplayResult } from './draft-view.ts';
import { replayFigures } from './replay-figures.ts';

export type ReplayView =
  | { readonly kind: 'none' | 'stopped' | 'failed' | 'noBase' }
  | { readonly kind: 'reading' | 'replaying'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly result: ReplayResult; readonly seconds: number };

export type ReplayPage = FigureView & {
  readonly draft: Pick<DraftSummary, 'id' | 'title'>;
  readonly replay: ReplayView;
  readonly centres: number;
  readonly costs: UnitCosts;
  /** Other drafts that can be compared with this one. */
  readonly others: readonly Pick<DraftSummary, 'id' | 'title'>[];
  /** The reader may open the register of at least one of the places. */
  readonly mayOpenInfants: boolean;
};

export const replayPage = (visit: PortalVisit, page: ReplayPage): Html => {
  const { t } = visit;
  const { draft, replay } = page;
  const isUnderWay = replay.kind === 'reading' || replay.kind === 'replaying';
  return draftLayout(
    visit,
    { title: t('replay.title'), trail: trailOf(visit, draft), isUnderWay },
    html`<p class="period">${visit.text(draft.title)}</p>
${isUnderWay ? underWay(visit, draft.id, replay) : replay.kind === 'done' ? done(visit, page, replay) : start(visit, page, replay.kind)}`,
  );
};

const start = (
  { t }: PortalVisit,
  { draft, centres }: ReplayPage,
  kind: 'none' | 'stopped' | 'failed' | 'noBase',
): Html =>
  html`<p class="told">${t('replay.text')}</p>
${kind !== 'none' && html`<p class="warning" role="status">${t(`replay.${kind}`)}</p>`}
<p>${t('replay.centres', { count: centres })}</p>
${kind !== 'noBase' && html`<form method="post" action="${draftAddress(draft.id, 'replay')}"><p><button>${t('replay.start')}</button></p></form>`}`;

const underWay = (
  visit: PortalVisit,
  draft: string,
  { kind, progress }: Extract<ReplayView, { progress: Progress }>,
): Html => {
  const { t } = visit;
  const [done, of] = [sayNumber(visit, progress.done), sayNumber(visit, progress.of)];
  return html`<div id="progress"><p role="status">${t(kind === 'reading' ? 'replay.reading' : 'replay.replaying', { done, of })}</p>
<progress value="${progress.done}" max="${Math.max(1, progress.of)}" aria-label="${t('replay.title')}"></progress></div>
<p><a href="${draftAddress(draft, 'replay')}">${t('replay.again')}</a></p>
<form method="post" action="${draftAddress(draft, 'replay/stop')}"><button class="quiet">${t('replay.stop')}</button></form>`;
};

const done = (
  visit: PortalVisit,
  page: ReplayPage,
  { result, seconds }: Extract<ReplayView, { kind: 'done' }>,
): Part => {
  const { t, text } = visit;
  const { draft, others, costs, mayOpenInfants } = page;
  const byBoth = visit.query.get('by') === 'both';
  const anew = html`<form method="post" action="${draftAddress(draft.id, 'replay')}" class="no-print"><button class="quiet">${t('replay.anew')}</button></form>`;
  if (result.assessments === 0 && result.calendar === null)
    return html`<p role="status">${t('replay.nothing')}</p>${anew}`;
  return html`<p>${t('replay.done', { count: result.assessments, number: sayNumber(visit, result.assessments), seconds: sayNumber(visit, seconds, 1) })}</p>
<p class="soft told">${t('replay.limits')}</p>
${replayFigures(visit, page, result, { costs, byBoth })}
${
  mayOpenInfants
    ? result.infants.length > 0 &&
      html`<p><a class="door" href="${draftAddress(draft.id, 'infants')}">${t('replay.infants')}</a></p>`
    : html`<p class="soft">${t('replay.infants-not')}</p>`
}
${costForm(visit, draft.id, costs, byBoth)}
${
  others.length > 0 &&
  html`<form method="get" action="${draftAddress(draft.id, 'beside')}" class="no-print"><h2>${t('replay.beside')}</h2>
${costFields(costs)}
<p class="field short"><label for="other">${t('replay.other')}</label><select id="other" name="other">${others.map((one) => html`<option value="${one.id}">${text(one.title)}</option>`)}</select></p>
<p><button class="quiet">${t('replay.beside-show')}</button></p></form>`
}
${anew}`;
};
