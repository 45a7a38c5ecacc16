/** How well the data of each centre are kept: which centres to praise, which to help, and a table of all centres. */
import { html, type Part } from '@denba/kit/html/html';
import { placeAddress } from '../address.ts';
import { judgedOf, supervisionOf } from '../centre/supervision.ts';
import type { FigureOf } from '../figures/figures-of.ts';
import { readFigures } from '../figures/read-figures.ts';
import { portalLayout } from '../frame/portal-layout.ts';
import { pathOf } from '../overview/overview-page.ts';
import { lastWhole, trendOf } from '../period/period.ts';
import { shortNames } from '../pictures/short-names.ts';
import { type OpenPlace, openPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { sayMonth } from '../words/months.ts';
import { sayNumber } from '../words/numbers.ts';
import { sayDay } from '../words/say-day.ts';
import { sayFigure } from '../words/say-figure.ts';
import { type FiguresJudged, judgeQuality, type QualityHelp } from './judge-quality.ts';
import { type CentreQuality, readQuality } from './read-quality.ts';

const codes = ['DQ.01', 'DQ.02', 'DQ.03', 'DQ.06', 'MAMI.IND.27'] as const;

export const qualityPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const open = await openPlace(site, visit);
  if (open === null) return { kind: 'notFound' };
  const { t } = visit;
  const shown = open.inside.filter(isCentre);
  const centres = await readQuality(site.db, shown, lastWhole(open.period, visit.today), visit.now);
  // One period may have too few weights to judge a centre, so a year of them is read. A reader without the register may
  // see only whole periods of the calendar, so the period itself is judged.
  const judgedOver = open.mayReadRegister ? trendOf(open.period) : open.period;
  const [now, year] = await readFigures(site, visit, {
    places: open.inside,
    begun: open.begun,
    shown: [...shown, open.place],
    codes,
    periods: [open.period, judgedOver],
  });
  const figuresOf = ({ place }: CentreQuality): FiguresJudged => {
    const stands = site.indicators.indicators
      .filter(({ code }) => codes.some((one) => one === code))
      .map((indicator) => ({ indicator, own: year(indicator, place), together: year(indicator, open.place) }));
    return { worse: supervisionOf(stands).help, isTooLittle: judgedOf(stands).isTooLittle };
  };
  return {
    kind: 'page',
    page: portalLayout(
      visit,
      open,
      {
        title: t('quality.title', { place: open.place.name }),
        page: 'quality',
        pathOfForm: pathOf(placeAddress(open.place.id, open.period, 'quality')),
      },
      html`<p>${t('quality.what', { month: sayMonth(visit, lastWhole(open.period, visit.today)) })}</p>
${judged(visit, open, centres, figuresOf)}
${table(visit, site, open, centres, now)}
${open.mayReadRegister && html`<p class="soft">${t('quality.doubles-how')}</p>`}
${site.unapproved !== null && site.unapproved > 0 && html`<p class="soft">${t('quality.waits', { count: site.unapproved })}</p>`}`,
    ),
  };
};

const judged = (
  visit: PortalVisit,
  { period }: OpenPlace,
  centres: readonly CentreQuality[],
  figuresOf: (centre: CentreQuality) => FiguresJudged,
): Part => {
  const { t } = visit;
  const { praise, help, unjudged } = judgeQuality(centres, figuresOf);
  const short = shortNames(centres.map(({ place }) => place.name));
  const link = (centre: CentreQuality): Part =>
    html`<a href="${placeAddress(centre.place.id, period, 'centre')}">${short[centres.indexOf(centre)] ?? centre.place.name}</a>`;
  const named = (said: string, of: readonly CentreQuality[]): Part =>
    of.length > 0 && html`<p>${said} ${of.map((one, at) => html`${at > 0 && ', '}${link(one)}`)}.</p>`;
  return html`<div class="beside">
<section aria-labelledby="praise"><h2 id="praise">${t('quality.praise')}</h2>${
    praise.length + unjudged.length === 0 && html`<p>${t('quality.none-complete')}</p>`
  }${named(t('quality.complete', { count: praise.length }), praise)}${named(t('quality.too-little', { count: unjudged.length }), unjudged)}</section>
<section aria-labelledby="help"><h2 id="help">${t('quality.help')}</h2>${
    help.length === 0
      ? html`<p>${t(unjudged.length === 0 ? 'quality.none-help' : 'quality.none-help-known')}</p>`
      : html`<ul>${help.map((one) => html`<li>${link(one.centre)}${t('changed.colon')} ${why(visit, one).join(' ; ')}</li>`)}</ul>`
  }</section></div>`;
};

const why = (visit: PortalVisit, { centre, missing, worse }: QualityHelp): readonly string[] => [
  ...(missing > 0 ? [visit.t('quality.missing', { count: missing })] : []),
  ...(centre.silence === null
    ? []
    : [visit.t(`quality.${centre.silence.kind}`, { day: dayOf(visit, centre.silence.since) })]),
  ...(centre.doubtful > 0 ? [visit.t('quality.clock-help', { count: centre.doubtful })] : []),
  ...worse.map(({ indicator, own, together }) => {
    const [mine, all] = [sayFigure(visit, indicator, own), sayFigure(visit, indicator, together)];
    return visit.t('quality.worse', { name: visit.text(indicator.name), own: mine, together: all });
  }),
];

const dayOf = (visit: PortalVisit, at: Date): string => sayDay(visit, at.toISOString().slice(0, 10));

/** Counts of families are shown only to readers of the register. */
const table = (
  visit: PortalVisit,
  { indicators }: PortalSite,
  { period, mayReadRegister }: OpenPlace,
  centres: readonly CentreQuality[],
  now: FigureOf,
): Part => {
  const { t } = visit;
  const shown = codes.flatMap((code) => indicators.indicators.find((one) => one.code === code) ?? []);
  const head = (text: string): Part => html`<th scope="col" class="number">${text}</th>`;
  const number = (count: number): Part => html`<td class="number">${sayNumber(visit, count)}</td>`;
  return html`<h2 id="centres">${t('quality.centres')}</h2>
<div class="scroll" role="group" aria-labelledby="centres" tabindex="0"><table class="many tight">
<thead><tr><th scope="col">${t('table.place')}</th>${head(t('quality.months'))}${head(t('quality.heard'))}${head(t('quality.sent'))}${shown.map(({ name }) => head(visit.text(name)))}${head(t('quality.clock'))}${head(t('quality.apart'))}${mayReadRegister && [head(t('quality.mend')), head(t('quality.doubles'))]}</tr></thead>
<tbody>${centres.map(
    ({ place, months, contact, doubtful, apart, toMend, doubles }) =>
      html`<tr><th scope="row"><a href="${placeAddress(place.id, period, 'centre')}">${place.name}</a></th>
<td class="number">${months.expected === 0 ? '–' : t('quality.of-months', { some: months.filled, all: months.expected })}</td><td class="number day">${contact === null ? '–' : dayOf(visit, contact.met)}</td><td class="number day">${contact === null ? '–' : dayOf(visit, contact.sent)}</td>
${shown.map((indicator) => {
  const figure = now(indicator, place);
  return html`<td class="number">${figure.value === null ? '–' : sayFigure(visit, indicator, figure)}</td>`;
})}${number(doubtful)}${number(apart)}${mayReadRegister && [number(toMend), html`<td class="number">${doublesOf(visit, { place, doubles }, period)}</td>`]}</tr>`,
  )}</tbody></table></div>`;
};

/** The number of families with a likely double. It opens the list, which also has the doubles that are merely possible. */
export const doublesOf = (
  visit: PortalVisit,
  { place, doubles }: Pick<CentreQuality, 'place' | 'doubles'>,
  period: OpenPlace['period'],
): Part => {
  if (doubles === null) return '–';
  return html`<a href="${placeAddress(place.id, period, 'doubles')}">${sayNumber(visit, doubles)}</a>`;
};
