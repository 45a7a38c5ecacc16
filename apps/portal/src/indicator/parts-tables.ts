/**
 * Tables of a spread by stratum, by month and by place: a row for each of these, a column for each part. Only for
 * readers of the register, because the parts are small numbers.
 */
import type { Figure } from '@denba/indicators/figure/figure';
import type { IndicatorSet } from '@denba/indicators/indicator';
import { html, type Part } from '@denba/kit/html/html';
import { indicatorAddress } from '../address.ts';
import type { Period } from '../period/period.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayMonth } from '../words/months.ts';
import { sayNumber, sayShare } from '../words/numbers.ts';
import { sayFigure } from '../words/say-figure.ts';
import type { IndicatorFigures } from './indicator-figures.ts';
import { sayCode } from './parts-section.ts';
import { wholeShares } from './whole-shares.ts';

type Row = { readonly name: Part; readonly figure: Figure };

/** A table with more columns is not readable. */
const MOST_PARTS = 9;

export const partsTables = (
  visit: PortalVisit,
  labels: IndicatorSet['labels'],
  { indicator, figure, months, compared, strata }: IndicatorFigures,
  period: Period,
): readonly Part[] => {
  const { t, text } = visit;
  // A part that nobody is in now may have had somebody in an earlier month, or in one of the places.
  const all = [figure, ...months.map((one) => one.figure), ...compared.places.map((one) => one.figure)];
  const codes = [...new Set(all.flatMap(({ parts }) => parts.map(({ code }) => code)))];
  if (codes.length === 0 || codes.length > MOST_PARTS) return [];
  const table = (id: string, title: string, first: string, rows: readonly Row[]): Part =>
    rows.length > 0 &&
    html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<div class="scroll" role="group" aria-labelledby="${id}" tabindex="0"><table class="many">
<thead><tr><th scope="col">${first}</th><th scope="col" class="number">${t('table.together')}</th>${codes.map((code) => html`<th scope="col" class="number">${sayCode(visit, labels, indicator.value, code)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${row.name}</th>${cells(row.figure)}</tr>`)}</tbody></table></div></section>`;
  const cells = (one: Figure): Part => {
    if (one.parts.length === 0) {
      return html`<td class="no-value" colspan="${codes.length + 1}">${sayFigure(visit, indicator, one)}</td>`;
    }
    const counts = codes.map((code) => one.parts.find((part) => part.code === code)?.count ?? 0);
    const shares = wholeShares(counts);
    return html`<td class="number">${sayNumber(visit, one.denominator ?? 0)}</td>${counts.map((count, at) => html`<td class="number">${sayNumber(visit, count)} <span class="soft">${sayShare(visit, (shares[at] ?? 0) / 10)}</span></td>`)}`;
  };
  return [
    ...strata.map(({ dimension, strata: parts }) =>
      table(
        `by-${dimension.name}`,
        text(dimension.label),
        text(dimension.label),
        parts
          .filter(({ value, figure: one }) => value !== '?' || (one.denominator ?? 0) > 0)
          .map(({ label, figure: one }) => ({ name: text(label), figure: one })),
      ),
    ),
    table(
      'by-month',
      t('indicator.trend'),
      t('table.month'),
      months.map(({ month, figure: one }) => ({ name: sayMonth(visit, month), figure: one })),
    ),
    table(
      'by-place',
      t('indicator.places'),
      t('table.place'),
      compared.places.map(({ place, figure: one }) => ({
        name: html`<a href="${indicatorAddress(place.id, indicator.code, period)}">${place.name}</a>`,
        figure: one,
      })),
    ),
  ];
};
