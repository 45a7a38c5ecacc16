/** Rows of the tables that stand beside the pictures: value, what it is made of, how sure it is. */
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
  /** Said under the row. */
  readonly below?: string | null;
  /** Of a count, by a thousand people. */
  readonly perThousand?: number | null;
};

/** `id`: of the heading that names it. */
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
  const isShare = indicator.kind === 'share';
  const isPer = rows.some(({ perThousand }) => perThousand != null);
  /** Beside the name. */
  const columns = (isShare ? 4 : 1) + (isPer ? 1 : 0);
  return html`<div class="scroll" role="group" aria-labelledby="${id}" tabindex="0"><table>
<caption id="${id}">${caption}</caption>
<thead><tr><th scope="col">${first}</th><th scope="col" class="number">${t('table.value')}</th>${
    isShare &&
    html`<th scope="col" class="number">${t('table.numerator')}</th><th scope="col" class="number">${t('table.denominator')}</th><th scope="col" class="number">${t('table.interval')}</th>`
  }${isPer && html`<th scope="col" class="number">${t('table.per-thousand')}</th>`}</tr></thead>
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

const cells = (visit: PortalVisit, indicator: Indicator, figure: Figure): Part => {
  const { numerator, denominator, unknown, interval } = figure;
  return html`<td class="number">${sayFigure(visit, indicator, figure)}</td>${
    indicator.kind === 'share' &&
    html`<td class="number">${sayNumber(visit, numerator)}</td><td class="number">${sayNumber(visit, (denominator ?? 0) - unknown)}</td><td class="number">${
      interval !== null && `${sayNumber(visit, interval.low, 1)} – ${sayNumber(visit, interval.high, 1)}`
    }</td>`
  }`;
};

/** Value and what it is made of, in two cells; one that may break where there is none. */
export const valueCells = (visit: PortalVisit, indicator: Indicator, figure: Figure): Part => {
  const said = sayFigure(visit, indicator, figure);
  if (figure.why !== null && figure.value === null) return html`<td class="no-value" colspan="2">${said}</td>`;
  return html`<td class="number">${said}</td><td>${sayParts(visit, indicator, figure)}</td>`;
};
