/**
 * The cost of the work by the unit costs that the reader typed. The unit costs are kept in the address, and every link
 * passes them on.
 */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { costOf, type UnitCosts } from '@denba/protocols/what-if/compare/cost';
import type { MonthComparison } from '@denba/protocols/what-if/compare/month-comparison';
import type { Words } from '../words/words.ts';
import { difference, wholeNumber } from './comparison-table.ts';
import { draftAddress } from './draft-address.ts';

const unitCosts = ['visit', 'enrolment', 'referral'] as const;

/** The query of the same page with the table by centre and month. */
export const moreQuery = (costs: UnitCosts): string =>
  new URLSearchParams([
    ['by', 'both'],
    ...typedOf(costs).map((name): [string, string] => [name, String(costs[name])]),
  ]).toString();

export const costLine = (words: Words, months: readonly MonthComparison[], costs: UnitCosts): Part => {
  if (costs.visit + costs.enrolment + costs.referral === 0) return null;
  const { base, draft } = costOf(months, costs);
  return html`<p class="value-line">${words.t('replay.cost', { base: wholeNumber(words, base), draft: wholeNumber(words, draft), difference: difference(words, { base, draft }) })}</p>`;
};

/** Hidden fields that pass the unit costs on to the page that a form opens. */
export const costFields = (costs: UnitCosts): Part =>
  typedOf(costs).map((name) => html`<input type="hidden" name="${name}" value="${costs[name]}">`);

export const costForm = ({ t }: Words, draft: string, costs: UnitCosts, byBoth: boolean): Html =>
  html`<form method="get" action="${draftAddress(draft, 'replay')}" class="no-print"><h2>${t('replay.costs')}</h2>
${byBoth && html`<input type="hidden" name="by" value="both">`}
<p class="soft told">${t('replay.costs-text')}</p><div class="fields">
${unitCosts.map(
  (name) =>
    html`<p class="field"><label for="${name}">${t(`replay.cost-${name}`)}</label><input id="${name}" name="${name}" type="text" inputmode="decimal" value="${costs[name] === 0 ? '' : costs[name]}" maxlength="12"></p>`,
)}</div><p><button class="quiet">${t('replay.costs-show')}</button></p></form>`;

const typedOf = (costs: UnitCosts) => unitCosts.filter((name) => costs[name] > 0);
