/** What a protocol concludes about a case, why, from which values, and what is still missing. */
import { answerHere } from '@denba/kit/html/answer-here';
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { TriedCase } from '@denba/protocols/booklet/try-case';
import type { Words } from '../words/words.ts';

const MOST_MISSING = 8;

export const caseConclusion = (words: Words, { headline, conclusions, trace, missing, refused }: TriedCase): Html => {
  const { t, text } = words;
  return html`<section class="conclusion" aria-labelledby="conclusion"${answerHere}>
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
