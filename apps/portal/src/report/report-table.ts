/**
 * The figures of a reported month: as they were closed, if they were, with the current figure and what changed since.
 */
import type { Figure } from '@denba/indicators/figure/figure';
import type { Indicator } from '@denba/indicators/indicator';
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { ClosedFigure } from '../closed/closed-figure.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayNumber } from '../words/numbers.ts';
import { saySince } from '../words/say-closed.ts';
import { sayFigure } from '../words/say-figure.ts';

export type ReportRow = {
  readonly indicator: Indicator;
  readonly now: Figure;
  /** `null`: no closed figure is shown. */
  readonly closed: ClosedFigure | null;
  /** The figure of the month before: as it was closed, if it was. */
  readonly before: Figure;
};

export const reportTable = (visit: PortalVisit, rows: readonly ReportRow[]): Html => {
  const { t } = visit;
  const isClosed = rows.some(({ closed }) => closed !== null);
  return html`<div class="scroll" role="group" aria-labelledby="figures" tabindex="0"><table class="dense">
<thead><tr><th scope="col">${t('table.indicator')}</th><th scope="col" class="number">${t(isClosed ? 'report.as-closed' : 'table.value')}</th><th scope="col" class="number">${t('table.numerator')}</th><th scope="col" class="number">${t('table.denominator')}</th><th scope="col" class="number">${t('table.interval')}</th>${isClosed && html`<th scope="col" class="number">${t('report.today')}</th>`}<th scope="col" class="number">${t('report.before')}</th></tr></thead>
<tbody>${rows.map(
    ({ indicator, now, closed, before }) =>
      html`<tr><th scope="row">${visit.text(indicator.name)}</th>${cells(visit, indicator, closed?.figure ?? now)}${
        isClosed && html`<td class="number">${today(visit, indicator, closed, now)}</td>`
      }<td class="number">${before.value === null ? '–' : sayFigure(visit, indicator, before)}</td></tr>`,
  )}</tbody></table></div>`;
};

const cells = (visit: PortalVisit, indicator: Indicator, figure: Figure): Part => {
  const { interval, numerator, denominator, unknown, value } = figure;
  const said = sayFigure(visit, indicator, figure);
  if (value === null) return html`<td class="no-value" colspan="4">${said}</td>`;
  const isMade = denominator !== null && indicator.kind !== 'mean' && indicator.kind !== 'median';
  return html`<td class="number">${said}</td><td class="number">${isMade && sayNumber(visit, numerator)}</td><td class="number">${denominator !== null && sayNumber(visit, denominator - unknown)}</td><td class="number">${interval !== null && `${sayNumber(visit, interval.low, 1)}\u00a0–\u00a0${sayNumber(visit, interval.high, 1)}`}</td>`;
};

const today = (visit: PortalVisit, indicator: Indicator, closed: ClosedFigure | null, now: Figure): Part => {
  if (closed === null) return '–';
  const since = saySince(visit, indicator, closed, now);
  return since === null ? '=' : html`${sayFigure(visit, indicator, now)} <span class="soft">(${since})</span>`;
};
