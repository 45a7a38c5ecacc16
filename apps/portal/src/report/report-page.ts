/** The monthly report of a district: one page of figures, one of comments. The browser prints it or saves it as PDF. */
import type { Indicator } from '@denba/indicators/indicator';
import { html } from '@denba/kit/html/html';
import { placeAddress } from '../address.ts';
import { closedFigure } from '../closed/closed-figure.ts';
import { readClosed } from '../closed/read-closed.ts';
import type { FigureOf } from '../figures/figures-of.ts';
import { readFigures } from '../figures/read-figures.ts';
import { portalLayout } from '../frame/portal-layout.ts';
import { freshness, pathOf } from '../overview/overview-page.ts';
import { readCountedUntil } from '../overview/read-overview.ts';
import { begunOf, type Month, previousOf } from '../period/period.ts';
import { type OpenPlace, openPlace } from '../place/open-place.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { mayComment } from '../reader.ts';
import { sayMonth } from '../words/months.ts';
import { sayDay } from '../words/say-day.ts';
import { noText, readComments, saveComments, textOfFields } from './comments.ts';
import { commentsPart, type Written } from './comments-part.ts';
import { reportTable } from './report-table.ts';

const THEME = 'mami';

export const reportPage = async (
  site: PortalSite,
  visit: PortalVisit,
  refused: Written['refused'] = null,
): Promise<PortalAnswer> => {
  const opened = await openPlace(site, visit);
  if (opened === null) return { kind: 'notFound' };
  const { t } = visit;
  const month = reportedMonth(opened, visit);
  const period = { from: month, to: month };
  const open: OpenPlace = { ...opened, period, previous: previousOf(period) };
  const indicators = site.indicators.indicators.filter(
    ({ theme, needs, kind }) => theme === THEME && needs === null && kind !== 'spread',
  );
  const codes = indicators.map(({ code }) => code);
  const asked = { places: open.inside, begun: open.begun, shown: [open.place], codes };
  const [now, before] = await readFigures(site, visit, { ...asked, periods: [period, open.previous] });
  const closed = await readClosed(site.db, open, { from: open.previous.from, to: month }, codes);
  const closedIn = (indicator: Indicator, of: string, figures: FigureOf) =>
    closedFigure(indicator, of, closed, open, figures(indicator, open.place).denominator);
  const rows = indicators.map((indicator) => ({
    indicator,
    now: now(indicator, open.place),
    closed: closedIn(indicator, month, now),
    before: closedIn(indicator, open.previous.to, before)?.figure ?? before(indicator, open.place),
  }));
  const when = closed.byMonth.get(month);
  return {
    kind: 'page',
    page: portalLayout(
      visit,
      open,
      {
        title: t('report.title', { place: open.place.name, month: sayMonth(visit, month) }),
        page: 'report',
        pathOfForm: pathOf(placeAddress(open.place.id, period, 'report')),
      },
      html`${freshness(visit, await readCountedUntil(site, open))}
<p class="soft">${t('report.closed', { count: when?.closed ?? 0, all: closed.centres })}${
        when !== undefined && open.mayReadRegister && ` ${t('report.closed-on', { day: sayDay(visit, when.on) })}`
      }</p>
<h2 id="figures">${t('report.figures')}</h2>
${reportTable(visit, rows)}
${commentsPart(visit, {
  comments: await readComments(site.db, { place: open.place.id, month }),
  action: mayComment(visit.reader, open.place.path)
    ? `${placeAddress(open.place.id, period, 'report')}#comments`
    : null,
  refused,
})}
<p class="soft no-print">${t('centre.print')}</p>`,
    ),
  };
};

/** Saves the comments on the month, or shows the page again with the text that was typed and why it was not saved. */
export const saveReport = async (
  site: PortalSite,
  visit: PortalVisit,
  fields: Readonly<Record<string, string>>,
): Promise<PortalAnswer> => {
  const open = await openPlace(site, visit);
  if (open === null) return { kind: 'notFound' };
  if (!mayComment(visit.reader, open.place.path)) return { kind: 'notAllowed' };
  const text = textOfFields(fields);
  if (text === null) {
    return again(site, visit, { text: { ...noText, ...fields }, why: 'tooLong' });
  }
  const month = reportedMonth(open, visit);
  const saving = { place: open.place.id, month, after: Number(fields['after']), text };
  const saved = await saveComments(site.db, { ...saving, account: visit.account, at: visit.now });
  if (!saved) return again(site, visit, { text, why: 'changedMeanwhile' });
  const period = { from: month, to: month };
  return { kind: 'goOn', to: `${placeAddress(open.place.id, period, 'report')}#comments` };
};

/** The last month of the period that has begun; when none has begun, the month of today. */
const reportedMonth = ({ period }: OpenPlace, { today }: PortalVisit): Month =>
  begunOf(period, today).at(-1) ?? today.slice(0, 7);

const again = async (
  site: PortalSite,
  visit: PortalVisit,
  refused: NonNullable<Written['refused']>,
): Promise<PortalAnswer> => {
  const answer = await reportPage(site, visit, refused);
  return answer.kind === 'page' ? { ...answer, status: refused.why === 'tooLong' ? 422 : 409 } : answer;
};
