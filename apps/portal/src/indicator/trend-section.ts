/** An indicator month by month, with its table. */
import { html, type Part } from '@denba/kit/html/html';
import type { Period } from '../period/period.ts';
import { trend } from '../pictures/trend.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayMonth, sayMonthShort } from '../words/months.ts';
import { sayValue } from '../words/numbers.ts';
import { sayClosed } from '../words/say-closed.ts';
import { figureTable } from './figure-rows.ts';
import type { IndicatorFigures } from './indicator-figures.ts';
import { ticksOf } from './ticks-of.ts';

export const trendSection = (visit: PortalVisit, { indicator, months }: IndicatorFigures, period: Period): Part => {
  const { t } = visit;
  const known = months.filter(({ figure: { value } }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  const say = (value: number | null | undefined): string =>
    value == null ? '–' : sayValue(visit, value, indicator.unit);
  return html`<section aria-labelledby="trend"><h2 id="trend">${t('indicator.trend')}</h2>
<div class="beside">${
    first !== undefined &&
    last !== undefined &&
    trend(
      months.map(({ month, figure }) => ({
        label: sayMonthShort(visit, month),
        value: figure.value,
        interval: figure.interval,
        inPeriod: month >= period.from && month <= period.to,
      })),
      {
        says: t('indicator.trend-says', {
          first: sayMonth(visit, first.month),
          earlier: say(first.figure.value),
          last: sayMonth(visit, last.month),
          now: say(last.figure.value),
        }),
        say: ticksOf(visit, indicator),
      },
    )
  }
${figureTable(visit, indicator, {
  id: 'by-month',
  caption: t('indicator.by-month'),
  first: t('table.month'),
  rows: months.map(({ month, figure, closed }) => ({
    name: sayMonth(visit, month),
    figure,
    own: month >= period.from && month <= period.to,
    below: sayClosed(visit, indicator, closed, figure),
  })),
})}</div></section>`;
};
