/**
 * The form of a new rule of a table: where it goes, what it asks, what it concludes, and the sentence that is shown.
 * Works without a script.
 */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { CodeChoice } from '@denba/protocols/booklet/cell-choices';
import type { Text } from '@denba/quantities/text';
import type { PortalVisit } from '../portal-visit.ts';
import type { Words } from '../words/words.ts';
import { trailOf } from './content-pages.ts';
import { draftAddress } from './draft-address.ts';
import { draftLayout } from './draft-layout.ts';
import type { DraftSummary } from './draft-view.ts';
import { newRuleCell, type RuleCell } from './rule-cell.ts';

export type NewRule = {
  readonly table: { readonly id: string; readonly title: Text; readonly reading: Text };
  /** The id of the draft's rule that is being corrected; `null`: the rule is new. */
  readonly rule: string | null;
  /** The rules of the table in their order. */
  readonly places: readonly { readonly id: string; readonly reason: Text }[];
  readonly audiences: readonly (CodeChoice & { readonly chosen: boolean })[];
  readonly asks: readonly RuleCell[];
  readonly gives: readonly RuleCell[];
};

/**
 * The fields as typed. The keys of `problems` say what a problem is about: `before`, `when:`, `then:`, a column,
 * `reason::fr`, `why`.
 */
export type TypedRule = {
  readonly before: string | null;
  readonly reason: Text;
  readonly why: string;
  readonly problems: Readonly<Record<string, Text>>;
};

export const rulePage = (
  visit: PortalVisit,
  draft: Pick<DraftSummary, 'id' | 'title'>,
  rule: NewRule,
  typed: TypedRule,
): Html => {
  const { t, text } = visit;
  const { table, places, asks, gives, audiences } = rule;
  const { problems } = typed;
  const cells = (list: readonly RuleCell[]): readonly Html[] =>
    list.map((cell) => newRuleCell(visit, cell, problems[cell.column] ?? null));
  return draftLayout(
    visit,
    {
      title: t(rule.rule === null ? 'rule.title' : 'rule.change'),
      trail: trailOf(visit, draft),
      problem: Object.keys(problems).length > 0 ? t('rule.wrong') : null,
    },
    html`<p class="period">${table.id} – ${text(table.title)}</p>
<p class="told">${text(table.reading)} ${t('rule.text')}</p>
<form method="post" action="${draftAddress(draft.id, 'rule')}" class="case">
<input type="hidden" name="table" value="${table.id}"><input type="hidden" name="rule" value="${rule.rule ?? ''}">
<p class="field"><label for="before">${t('rule.place')}</label><select id="before" name="before" aria-describedby="${problems['before'] !== undefined && 'before-problem'}">${places.map(
      ({ id, reason }) =>
        html`<option value="${id}" ${id === typed.before && 'selected'}>${t('rule.before', { row: id, reason: shortened(text(reason)) })}</option>`,
    )}<option value="" ${typed.before === null && 'selected'}>${t('rule.last')}</option></select>${said(visit, 'before', problems['before'])}</p>
<h2>${t('rule.if')}</h2><p class="soft">${t('rule.if-text')}</p>${whole(visit, problems['when:'])}
${cells(asks)}
${audiences.length > 0 && audienceField(visit, audiences)}
<h2>${t('rule.then')}</h2>${whole(visit, problems['then:'])}
${cells(gives)}
<h2>${t('rule.said')}</h2>
${(['fr', 'en'] as const).map((language) => sentenceField(visit, language, typed))}
<p class="field"><label for="reason">${t('draft.reason')}</label><span class="hint" id="reason-hint">${t('draft.reason-hint')}</span>
<textarea id="reason" name="reason" rows="3" maxlength="500" required aria-describedby="reason-hint${problems['why'] !== undefined && ' why-problem'}">${typed.why}</textarea>${said(visit, 'why', problems['why'])}</p>
<p><button>${t('rule.keep')}</button></p></form>`,
  );
};

const LONGEST_OPTION = 60;

const shortened = (sentence: string): string =>
  sentence.length <= LONGEST_OPTION ? sentence : `${sentence.slice(0, LONGEST_OPTION)}…`;

const said = ({ text }: Words, id: string, problem: Text | undefined): Part =>
  problem !== undefined && html`<span class="problem" id="${id}-problem">${text(problem)}</span>`;

/** A problem that is about all conditions, or all conclusions, together. */
const whole = ({ text }: Words, problem: Text | undefined): Part =>
  problem !== undefined && html`<p class="problem">${text(problem)}</p>`;

const audienceField = ({ t, text }: Words, audiences: NewRule['audiences']): Html =>
  html`<details ${audiences.some(({ chosen }) => chosen) && 'open'}><summary>${t('rule.for')}</summary><fieldset class="field"><legend class="unseen">${t('rule.for')}</legend>
<p class="hint">${t('rule.for-hint')}</p>${audiences.map(
    ({ code, words, chosen }) =>
      html`<p class="tick"><input id="for.${code}" name="for.${code}" type="checkbox" value="yes" ${chosen && 'checked'}><label for="for.${code}">${text(words)}</label></p>`,
  )}</fieldset></details>`;

const sentenceField = (words: Words, language: 'fr' | 'en', { reason, problems }: TypedRule): Html => {
  const id = `reason-${language}`;
  const problem = problems[`reason::${language}`];
  return html`<p class="field"><label for="${id}">${words.t(`rule.reason-${language}`)}</label><span class="hint" id="${id}-hint">${words.t('rule.said-hint')}</span>
<textarea id="${id}" name="${id}" lang="${language}" rows="2" maxlength="300" required aria-invalid="${problem === undefined ? 'false' : 'true'}" aria-describedby="${id}-hint${problem === undefined ? '' : ` ${id}-problem`}">${reason[language]}</textarea>${said(words, id, problem)}</p>`;
};
