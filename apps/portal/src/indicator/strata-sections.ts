/** An indicator for each of its strata, with their tables. */
import { html, type Part } from '@denba/kit/html/html';
import { bars } from '../pictures/bars.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayFigure } from '../words/say-figure.ts';
import { figureTable } from './figure-rows.ts';
import type { IndicatorFigures } from './indicator-figures.ts';

export const strataSections = (visit: PortalVisit, { indicator, strata }: IndicatorFigures): readonly Part[] =>
  strata.map(({ dimension, strata: parts }) => {
    const counted = indicator.kind === 'coverage' ? ({ ...indicator, kind: 'count', unit: 'n' } as const) : indicator;
    const shown = parts.filter(({ value, figure }) => value !== '?' || (figure.denominator ?? figure.numerator) > 0);
    const title = visit.text(dimension.label);
    const says = shown
      .map(({ label, figure }) => `${visit.text(label)}: ${sayFigure(visit, counted, figure)}`)
      .join('; ');
    return html`<section aria-labelledby="by-${dimension.name}"><h2 id="by-${dimension.name}">${title}</h2>
<div class="beside">${bars(
      shown.map(({ label, figure }) => ({
        name: visit.text(label),
        value: figure.value,
        text: figure.value === null ? '–' : sayFigure(visit, counted, figure),
      })),
      says,
    )}
${figureTable(visit, counted, {
  id: `table-${dimension.name}`,
  caption: title,
  first: title,
  rows: shown.map(({ label, figure }) => ({ name: visit.text(label), figure })),
})}</div></section>`;
  });
