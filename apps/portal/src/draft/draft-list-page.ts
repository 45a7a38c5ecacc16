/** Every draft, and the form that begins one. */
import { type Html, html } from '@denba/kit/html/html';
import type { PortalVisit } from '../portal-visit.ts';
import { sayDay } from '../words/say-day.ts';
import { draftAddress } from './draft-address.ts';
import { draftLayout } from './draft-layout.ts';
import type { DraftSummary } from './draft-view.ts';

export type DraftList = {
  readonly drafts: readonly DraftSummary[];
  /**
   * The packs that a new draft may start from; `null`: the reader may not begin one, or they are still being looked up.
   */
  readonly bases: readonly { readonly id: string; readonly name: string }[] | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly problem: string | null;
};

export const draftListPage = (visit: PortalVisit, { drafts, bases, typed, problem }: DraftList): Html => {
  const { t, text } = visit;
  return draftLayout(
    visit,
    { title: t('draft.list'), problem, trail: [] },
    html`<p class="told">${t('draft.list-text')}</p>
${drafts.length === 0 && html`<p>${t('draft.none')}</p>`}
<ul class="pieces">${drafts.map(
      ({
        id,
        title,
        state,
        author,
        madeAt,
        changes,
      }) => html`<li><h2><a href="${draftAddress(id)}">${text(title)}</a></h2>
<p>${t(`draft.state-${state}`)} – ${t('draft.changes-count', { count: changes })}</p>
<p class="soft">${t('draft.by', { name: author, day: sayDay(visit, dayOf(madeAt)) })}</p></li>`,
    )}</ul>
${bases !== null && beginForm(visit, bases, typed)}`,
  );
};

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const beginForm = ({ t }: PortalVisit, bases: NonNullable<DraftList['bases']>, typed: DraftList['typed']): Html =>
  html`<section class="choose" aria-labelledby="begin"><h2 id="begin">${t('draft.begin')}</h2>
<form method="post" action="/portal/drafts" class="period-form">
<p class="field"><label for="base">${t('draft.base')}</label><select id="base" name="base">${bases.map(
    ({ id, name }) => html`<option value="${id}" ${id === typed['base'] && 'selected'}>${name}</option>`,
  )}</select></p>
${(['fr', 'en'] as const).map(
  (language) =>
    html`<p class="field"><label for="title-${language}">${t(`draft.title-${language}`)}</label><input id="title-${language}" name="title-${language}" lang="${language}" value="${typed[`title-${language}`] ?? ''}" maxlength="120" required autocomplete="off"></p>`,
)}
<p><button>${t('draft.begin')}</button></p></form></section>`;
