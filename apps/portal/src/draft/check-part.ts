/** The result of the checker and of the worked cases for a draft. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { PortalVisit } from '../portal-visit.ts';
import type { ShownCheck } from './draft-view.ts';

export const checkPart = (visit: PortalVisit, check: ShownCheck): Html => {
  const { t, text } = visit;
  return html`<section aria-labelledby="check"><h2 id="check">${t('draft.check')}</h2>
${
  check.kind !== 'done'
    ? html`<p role="status" class="${check.kind === 'running' ? '' : 'warning'}">${t(`draft.check-${check.kind}`)}</p>`
    : html`<p role="status" class="${check.decidable ? '' : 'warning'}">${t(check.decidable ? 'draft.check-well' : check.usable ? 'draft.check-unreached' : 'draft.check-errors')}</p>
${check.problems.map(({ message, cure }) => html`<p class="problem">${text(message)} ${text(cure)}</p>`)}
${check.changes.length > 0 && html`<h3>${t('draft.differences')}</h3><ul>${check.changes.map((change) => html`<li>${text(change)}</li>`)}</ul>`}
${cases(visit, check)}`
}</section>`;
};

const cases = ({ t, text }: PortalVisit, { vignettes, failing }: Extract<ShownCheck, { kind: 'done' }>): Part => {
  const count = vignettes.length + failing.length;
  if (count === 0) return html`<p>${t('draft.cases-none')}</p>`;
  return html`<h3 id="cases">${t('draft.cases', { count })}</h3>
<p class="soft told">${t('draft.cases-text')}</p>
<ul>${vignettes.map(({ sentence, fails }) => html`<li>${text(sentence)}${fails && html` <strong class="warning">${t('draft.case-fails')}</strong>`}</li>`)}
${failing.map(({ id, title }) => html`<li>${id}, ${text(title)} <strong class="warning">${t('draft.case-fails')}</strong></li>`)}</ul>`;
};
