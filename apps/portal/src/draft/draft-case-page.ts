/**
 * Tries a case by hand on a draft. The case is kept as a worked case of the draft once somebody says that its
 * conclusion is right.
 */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { Text } from '@denba/quantities/text';
import type { PortalVisit } from '../portal-visit.ts';
import { caseConclusion } from '../protocol/case-conclusion.ts';
import { caseForm } from '../protocol/case-form.ts';
import type { ProtocolCase } from '../protocol/protocol-case.ts';
import { trailOf } from './content-pages.ts';
import { draftAddress } from './draft-address.ts';
import { draftLayout } from './draft-layout.ts';
import type { DraftSummary } from './draft-view.ts';

export type DraftCase =
  /** `wait`: the draft is still being checked. `errors`: it cannot be run. */
  | { readonly kind: 'wait' | 'errors' }
  | {
      readonly kind: 'ready';
      readonly protocol: CompiledProtocol;
      readonly tried: ProtocolCase;
      /** Names the content that concluded; it changes whenever the draft changes. */
      readonly content: string;
      /**
       * The rules which the draft adds or changes: those that this case reaches (`reached`) and the others (`left`).
       */
      readonly reached: readonly string[];
      readonly left: readonly string[];
      /** The answers by the field names of the form. */
      readonly answers: Readonly<Record<string, string>>;
    };

/** What the reader typed to keep the case. */
export type TypedCase = { readonly title: Text; readonly why: string; readonly problem: Text | null };

export const draftCasePage = (
  visit: PortalVisit,
  draft: Pick<DraftSummary, 'id' | 'title'>,
  shown: DraftCase,
  typed: TypedCase,
): Html => {
  const { t } = visit;
  const frame = { title: t('kept.title'), trail: trailOf(visit, draft), isUnderWay: shown.kind === 'wait' };
  if (shown.kind !== 'ready') {
    return draftLayout(visit, frame, html`<p role="status" class="warning">${t(`kept.${shown.kind}`)}</p>`);
  }
  const { tried, protocol } = shown;
  return draftLayout(
    visit,
    { ...frame, problem: typed.problem === null ? null : visit.text(typed.problem) },
    html`<p class="told">${t('kept.text')}</p><p class="told">${t('case.text')}</p>
${tried.tried !== null && [caseConclusion(visit, tried.tried), keeping(visit, draft.id, shown, typed)]}
${caseForm(visit, protocol, tried, draftAddress(draft.id, 'case'))}`,
  );
};

const keeping = (
  { t }: PortalVisit,
  draft: string,
  { tried, content, reached, left, answers }: Extract<DraftCase, { kind: 'ready' }>,
  { title, why }: TypedCase,
): Part => {
  const isRefused = (tried.tried?.refused.length ?? 0) > 0;
  return html`<section class="choose" aria-labelledby="keep-title"><h2 id="keep-title">${t('kept.keep-title')}</h2>
<p>${reached.length === 0 ? t('kept.reaches-none') : t('kept.reaches', { rows: reached.join(', ') })}</p>
${left.length > 0 && html`<p>${t('kept.not-yet', { rows: left.join(', ') })}</p>`}
${
  isRefused
    ? html`<p class="warning">${t('kept.refused')}</p>`
    : html`<p class="told">${t('kept.keep-text')}</p>
<form method="post" action="${draftAddress(draft, 'case')}" class="change-form">
<input type="hidden" name="keep" value="yes"><input type="hidden" name="content" value="${content}">
${Object.entries(answers).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${(['fr', 'en'] as const).map(
  (language) =>
    html`<p class="field"><label for="title-${language}">${t(`kept.name-${language}`)}</label><input id="title-${language}" name="title-${language}" lang="${language}" value="${title[language]}" maxlength="120" required autocomplete="off"></p>`,
)}
<p class="field"><label for="reason">${t('kept.why')}</label><span class="hint" id="reason-hint">${t('draft.reason-hint')}</span>
<textarea id="reason" name="reason" rows="3" maxlength="500" required aria-describedby="reason-hint">${why}</textarea></p>
<p><button>${t('kept.keep')}</button></p></form>`
}</section>`;
};
