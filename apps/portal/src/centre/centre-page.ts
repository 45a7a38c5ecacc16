/** The page that sums up one centre, for the supervisor who visits it. */
import { html, type Part } from '@denba/kit/html/html';
import { indicatorAddress, placeAddress } from '../address.ts';
import { readFigures } from '../figures/read-figures.ts';
import { portalLayout } from '../frame/portal-layout.ts';
import { valueCells } from '../indicator/figure-rows.ts';
import { headlineCodes } from '../overview/headlines.ts';
import { pathOf } from '../overview/overview-page.ts';
import { lastWhole } from '../period/period.ts';
import { type OpenPlace, openPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { doublesOf } from '../quality/quality-page.ts';
import { type CentreQuality, readQuality } from '../quality/read-quality.ts';
import { mayReadPhones } from '../reader.ts';
import { sayDay } from '../words/say-day.ts';
import { sayFigure } from '../words/say-figure.ts';
import { readLastEntry, readPeople, readPhones } from './read-staff.ts';
import { judgedOf, type Stands, supervisionOf } from './supervision.ts';

const quality = ['DQ.01', 'DQ.02', 'DQ.03', 'DQ.05', 'DQ.06', 'MAMI.IND.27'] as const;

export const centrePage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const open = await openPlace(site, visit);
  if (open === null || !isCentre(open.place)) return { kind: 'notFound' };
  const { t } = visit;
  const { place, parent, period, mayReadRegister } = open;
  const codes = [...headlineCodes, ...quality];
  const shown = [place, ...(parent === null ? [] : [parent])];
  const asked = { places: open.places, begun: open.begun, shown, codes };
  const [now] = await readFigures(site, visit, { ...asked, periods: [period] });
  const stands = codes.flatMap((code): readonly Stands[] => {
    const indicator = site.indicators.indicators.find((one) => one.code === code);
    if (indicator === undefined) return [];
    const own = now(indicator, place);
    return [{ indicator, own, together: parent === null ? own : now(indicator, parent) }];
  });
  const { praise, help } = supervisionOf(stands);
  const { judged, all, isTooLittle } = judgedOf(stands);
  const phones = mayReadPhones(visit.reader, place.path) ? await readPhones(site.db, place.id) : null;
  const people = mayReadRegister ? await readPeople(site.db, place.id) : [];
  const last = await readLastEntry(site.db, place.id);
  const [kept] = await readQuality(site.db, [place], lastWhole(period, visit.today), visit.now);
  const day = (at: Date | null): string =>
    at === null ? t('centre.never') : sayDay(visit, at.toISOString().slice(0, 10));
  // Where most figures are hidden or made of few cases, nothing that stands out does not mean that all is well.
  const list = (of: readonly Stands[], none: string): Part =>
    of.length === 0
      ? html`<p>${isTooLittle ? t('centre.too-little', { judged, all }) : none}</p>`
      : html`<ul>${of.map(
          ({ indicator, own, together }) =>
            html`<li><a href="${indicatorAddress(place.id, indicator.code, period)}">${visit.text(indicator.name)}</a>${t('changed.colon')} ${t('centre.against', { own: sayFigure(visit, indicator, own), together: sayFigure(visit, indicator, together) })}</li>`,
        )}</ul>`;
  return {
    kind: 'page',
    page: portalLayout(
      visit,
      open,
      { title: place.name, page: 'centre', pathOfForm: pathOf(placeAddress(place.id, period, 'centre')) },
      html`<div class="sheet"><div class="beside">
<section aria-labelledby="praise"><h2 id="praise">${t('centre.praise')}</h2>${list(praise, t('centre.praise-none'))}</section>
<section aria-labelledby="help"><h2 id="help">${t('centre.help')}</h2>${list(help, t('centre.help-none'))}</section>
</div>
<p class="soft">${t('centre.how')} ${t('centre.judged', { judged, all })}</p>
${figures(
  visit,
  t('centre.figures'),
  'figures',
  stands.filter(({ indicator }) => headlineCodes.includes(indicator.code)),
  parent !== null,
)}
${figures(
  visit,
  t('theme.quality'),
  'quality',
  stands.filter(({ indicator }) => !headlineCodes.includes(indicator.code)),
  parent !== null,
)}
<div class="staff"><section aria-labelledby="phones"><h2 id="phones">${t('centre.phones')}</h2>
<p>${t('centre.last-entry', { day: day(last) })}</p>
${kept !== undefined && keptList(visit, open, kept)}
${phones !== null && (phones.length === 0 ? html`<p>${t('centre.no-phone')}</p>` : html`<ul>${phones.map(({ name, lastSeen, lastSent }) => html`<li>${name}${t('changed.colon')} ${t('centre.heard', { met: day(lastSeen), sent: day(lastSent) })}</li>`)}</ul>`)}
</section>
${people.length > 0 && html`<section aria-labelledby="people"><h2 id="people">${t('centre.people')}</h2><ul>${people.map(({ name }) => html`<li>${name}</li>`)}</ul></section>`}</div>
<section class="only-print" aria-labelledby="notes"><h2 id="notes">${t('centre.notes')}</h2>${[1, 2, 3, 4, 5].map(() => html`<p class="rule"></p>`)}</section></div>
<p class="soft no-print">${t('centre.print')}</p>`,
    ),
  };
};

/** The list that says how the centre sends its entries and keeps its register. */
const keptList = (visit: PortalVisit, { period, mayReadRegister }: OpenPlace, kept: CentreQuality): Part => {
  const { t } = visit;
  const { months, doubtful, apart, toMend } = kept;
  const lines: readonly (readonly [string, Part])[] = [
    [t('quality.months'), t('quality.of-months', { some: months.filled, all: months.expected })],
    [t('quality.clock'), String(doubtful)],
    [t('quality.apart'), String(apart)],
    ...(mayReadRegister
      ? [[t('quality.mend'), String(toMend)] as const, [t('quality.doubles'), doublesOf(visit, kept, period)] as const]
      : []),
  ];
  return html`<ul>${lines.map(([name, said]) => html`<li>${name}${t('changed.colon')} ${said}</li>`)}</ul>`;
};

const figures = (
  visit: PortalVisit,
  title: string,
  id: string,
  stands: readonly Stands[],
  isCompared: boolean,
): Part => {
  const { t } = visit;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<div class="scroll" role="group" aria-labelledby="${id}" tabindex="0"><table>
<thead><tr><th scope="col">${t('table.indicator')}</th><th scope="col" class="number">${t('table.value')}</th><th scope="col">${t('table.of')}</th>${isCompared && html`<th scope="col" class="number">${t('centre.together')}</th>`}</tr></thead>
<tbody>${stands.map(
    ({ indicator, own, together }) =>
      html`<tr><th scope="row">${visit.text(indicator.name)}</th>${valueCells(visit, indicator, own)}${isCompared && html`<td class="number">${together.value === null ? '–' : sayFigure(visit, indicator, together)}</td>`}</tr>`,
  )}</tbody></table></div></section>`;
};
