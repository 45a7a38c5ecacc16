/** The report that a district sends each month: one page of figures, one of comments. Printed, or saved as PDF, by the browser. */
import { html } from '@denba/kit/html/html';
import { placeAddress } from '../address.ts';
import { portalLayout } from '../frame/portal-layout.ts';
import { freshness, pathOf } from '../overview/overview-page.ts';
import { readCountedUntil, readFigures } from '../overview/read-overview.ts';
import { previousOf } from '../period/period.ts';
import { type OpenPlace, openPlace } from '../place/open-place.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { sayMonth } from '../words/months.ts';
import { sayNumber } from '../words/numbers.ts';
import { sayDay } from '../words/say-day.ts';
import { sayFigure } from '../words/say-figure.ts';
import { readClosed } from './read-closed.ts';

const THEME = 'mami';

export const reportPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const opened = await openPlace(site, visit);
  if (opened === null) return { kind: 'notFound' };
  const { t } = visit;
  // A month is reported: the last one of the period.
  const month = opened.period.to;
  const period = { from: month, to: month };
  const open: OpenPlace = { ...opened, period, previous: previousOf(period) };
  const indicators = site.indicators.indicators.filter(
    ({ theme, needs, kind }) => theme === THEME && needs === null && kind !== 'spread',
  );
  const codes = indicators.map(({ code }) => code);
  const inside = { places: open.inside };
  const now = await readFigures(site, visit, inside, codes, period);
  const before = await readFigures(site, visit, inside, codes, open.previous);
  const closed = await readClosed(site.db, open, month);
  return {
    kind: 'page',
    page: portalLayout(
      visit,
      open,
      {
        ...{ title: t('report.title', { place: open.place.name, month: sayMonth(visit, month) }), page: 'report' },
        pathOfForm: pathOf(placeAddress(open.place.id, period, 'report')),
      },
      html`${freshness(visit, await readCountedUntil(site, open))}
<p class="soft">${t('report.closed', { count: closed.closed, all: closed.centres })}</p>
<h2 id="figures">${t('report.figures')}</h2>
<div class="scroll" role="group" aria-labelledby="figures" tabindex="0"><table class="dense">
<thead><tr><th scope="col">${t('table.indicator')}</th><th scope="col" class="number">${t('table.value')}</th><th scope="col" class="number">${t('table.numerator')}</th><th scope="col" class="number">${t('table.denominator')}</th><th scope="col" class="number">${t('table.interval')}</th><th scope="col" class="number">${t('report.before')}</th></tr></thead>
<tbody>${indicators.map((indicator) => {
        const [figure, earlier] = [now(indicator, open.place), before(indicator, open.place)];
        const { interval, numerator, denominator, unknown, value } = figure;
        const isMade =
          value !== null && denominator !== null && indicator.kind !== 'mean' && indicator.kind !== 'median';
        const said = sayFigure(visit, indicator, figure);
        return html`<tr><th scope="row">${visit.text(indicator.name)}</th>${
          value === null
            ? html`<td class="no-value" colspan="4">${said}</td>`
            : html`<td class="number">${said}</td><td class="number">${isMade && sayNumber(visit, numerator)}</td><td class="number">${denominator !== null && sayNumber(visit, denominator - unknown)}</td><td class="number">${interval !== null && `${sayNumber(visit, interval.low, 1)} – ${sayNumber(visit, interval.high, 1)}`}</td>`
        }<td class="number">${earlier.value === null ? '–' : sayFigure(visit, indicator, earlier)}</td></tr>`;
      })}</tbody></table></div>
<section class="page-break" aria-labelledby="comments"><h2 id="comments">${t('report.comments')}</h2>
<p class="no-print">${t('report.comments-how')}</p>
${(['good', 'hard', 'decided', 'needed'] as const).map(
  (name) =>
    html`<p class="field"><label for="${name}">${t(`report.${name}`)}</label><textarea id="${name}" rows="5" maxlength="4000"></textarea></p>`,
)}
<p>${t('report.made', { day: sayDay(visit, visit.today), name: visit.name })}</p>
<p class="only-print">${t('report.signed')}</p></section>
<p class="soft no-print">${t('centre.print')}</p>`,
    ),
  };
};
