/** Rows of the tables beside the pictures: the value, what it is made of, and its interval. */
import type { Figure } from '@denba/indicators/figure/figure';
import type { Indicator } from '@denba/indicators/indicator';
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { PortalVisit } from '../portal-visit.ts';
import { sayNumber } from '../words/numbers.ts';
import { sayFigure, sayParts } from '../words/say-figure.ts';

export type FigureRow = {
  readonly name: Part;
  readonly figure: Figure;
  readonly own?: boolean;
  /** A line of text below the row. */
  readonly below?: string | null;
  /** For a count: per thousand people. */
  readonly perThousand?: number | null;
};

/** `id`: of the table's caption, by which assistive technology names the table. */
export const figureTable = (
  visit: PortalVisit,
  indicator: Indicator,
  {
    id,
    caption,
    first,
    rows,
  }: { readonly id: string; readonly caption: string; readonly first: string; readonly rows: readonly FigureRow[] },
): Html => {
  const { t } = visit;
  const made = madeOf(indicator);
  const isPer = rows.some(({ perThousand }) => perThousand != null);
  /** The number of columns after the name. */
  const columns = 1 + made.length + (isPer ? 1 : 0);
  return html`<div class="scroll" role="group" aria-labelledby="${id}" tabindex="0"><table>
<caption id="${id}">${caption}</caption>
<thead><tr><th scope="col">${first}</th><th scope="col" class="number">${t(indicator.unit === 'n' && indicator.kind === 'count' ? 'table.count' : 'table.value')}</th>${made.map(
    ([head]) => html`<th scope="col" class="number">${t(head)}</th>`,
  )}${isPer && html`<th scope="col" class="number">${t('table.per-thousand')}</th>`}</tr></thead>
<tbody>${rows.map(
    ({ name, figure, own = false, below = null, perThousand = null }) =>
      html`<tr class="${own && 'own'}"><th scope="row">${name}</th>${
        figure.value === null
          ? html`<td class="no-value" colspan="${columns}">${sayFigure(visit, indicator, figure)}</td>`
          : html`${cells(visit, indicator, figure)}${
              isPer && html`<td class="number">${perThousand === null ? '–' : sayNumber(visit, perThousand, 1)}</td>`
            }`
      }</tr>${below !== null && html`<tr class="below"><td colspan="${columns + 1}">${below}</td></tr>`}`,
  )}</tbody></table></div>`;
};

const cells = (visit: PortalVisit, indicator: Indicator, figure: Figure): Part =>
  html`<td class="number">${sayFigure(visit, indicator, figure)}</td>${madeOf(indicator).map(
    ([, say]) => html`<td class="number">${say(visit, figure)}</td>`,
  )}`;

type MadeOf = readonly (readonly [
  head: 'table.numerator' | 'table.denominator' | 'table.expected' | 'table.among' | 'table.interval',
  say: (visit: PortalVisit, figure: Figure) => string,
])[];

/** The columns beside a value, so that no value is read without what it is made of. */
const madeOf = ({ kind }: Indicator): MadeOf => {
  switch (kind) {
    case 'share':
      return [some, ['table.denominator', known], ['table.interval', between]];
    case 'coverage':
      return [some, ['table.expected', known]];
    case 'mean':
    case 'median':
      return [['table.among', known]];
    default:
      return [];
  }
};

const some: MadeOf[number] = ['table.numerator', (visit, { numerator }) => sayNumber(visit, numerator)];

const known = (visit: PortalVisit, { denominator, unknown }: Figure): string =>
  sayNumber(visit, (denominator ?? 0) - unknown);

const between = (visit: PortalVisit, { interval }: Figure): string =>
  interval === null ? '' : `${sayNumber(visit, interval.low, 1)} – ${sayNumber(visit, interval.high, 1)}`;

/** Two cells: the value and what it is made of. When there is no value, one cell with the reason, which may wrap. */
export const valueCells = (visit: PortalVisit, indicator: Indicator, figure: Figure): Part => {
  const said = sayFigure(visit, indicator, figure);
  if (figure.why !== null && figure.value === null) return html`<td class="no-value" colspan="2">${said}</td>`;
  return html`<td class="number">${said}</td><td>${sayParts(visit, indicator, figure)}</td>`;
};
