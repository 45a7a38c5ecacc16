/**
 * The families behind a figure of one centre, for readers who may open its register. Each reading is written to the
 * audit log.
 */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { indicatorAddress } from '../address.ts';
import { portalLayout } from '../frame/portal-layout.ts';
import { pathOf } from '../overview/overview-page.ts';
import { openPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { sayAge } from '../words/say-age.ts';
import { sayDay } from '../words/say-day.ts';
import { type FamilyBehind, familiesBehind } from './families-behind.ts';
import { readFamilies } from './read-families.ts';
import { sayFamily } from './say-family.ts';

const groups = ['counts', 'doesNot', 'unknown'] as const;
type Group = (typeof groups)[number];

const PAGE = 50;

export const familiesPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const open = await openPlace(site, visit);
  const indicator = site.indicators.indicators.find(({ code }) => code === visit.params['indicator']);
  if (open === null || indicator === undefined || indicator.fact === null || !isCentre(open.place)) {
    return { kind: 'notFound' };
  }
  if (!open.mayReadRegister) return { kind: 'notAllowed' };
  const { t, query, today } = visit;
  const group = groups.find((one) => one === query.get('group')) ?? 'counts';
  const page = Math.max(1, Math.min(1000, Math.trunc(Number(query.get('page')) || 1)));
  const { rows, total } = await readFamilies(site.db, {
    place: open.place.id,
    account: visit.account,
    address: visit.address,
    at: visit.now,
    about: indicator.code,
    kinds: indicator.fact.split(' '),
    from: (page - 1) * PAGE,
    most: PAGE,
    choose: (kept, names) =>
      familiesBehind(kept, indicator, { names, period: open.period, today }).filter(
        ({ membership }) => membership === group,
      ),
  });
  const address = indicatorAddress(open.place.id, indicator.code, open.period, '/families');
  const links: Part = html`<ul class="links no-print">
${groups.map((one) => html`<li><a href="${address}&group=${one}" aria-current="${one === group ? 'true' : 'false'}">${t(`families.${one}`)}</a></li>`)}
<li><a href="${indicatorAddress(open.place.id, indicator.code, open.period)}">${t('families.back')}</a></li></ul>`;
  return {
    kind: 'page',
    page: portalLayout(
      visit,
      open,
      {
        title: t('families.title', { indicator: visit.text(indicator.name) }),
        page: null,
        pathOfForm: pathOf(address),
      },
      html`<p class="warning">${t('families.audited')}</p>
${links}
<h2 id="families">${t(`families.${group}`)} – ${t('families.total', { count: total })}</h2>
${rows.length > 0 && table(visit, rows)}
${pager(visit, { address, group, page, total })}`,
    ),
  };
};

const table = (visit: PortalVisit, rows: readonly FamilyBehind[]): Html => {
  const { t } = visit;
  return html`<div class="scroll" role="group" aria-labelledby="families" tabindex="0"><table>
<thead><tr><th scope="col">${t('families.family')}</th><th scope="col">${t('families.child')}</th><th scope="col">${t('families.village')}</th><th scope="col">${t('families.on')}</th><th scope="col">${t('families.seen')}</th></tr></thead>
<tbody>${rows.map(
    ({
      family,
      numbers,
      ageDays,
      sex,
      village,
      on,
      seenOn,
    }) => html`<tr><th scope="row">${sayFamily(visit, { family, numbers })}</th>
<td>${[sex === 'F' ? t('families.girl') : sex === 'M' ? t('families.boy') : null, ageDays === null ? null : sayAge(visit, ageDays)].filter((one) => one !== null).join(', ') || '–'}</td>
<td>${village ?? '–'}</td><td>${sayDay(visit, on)}</td><td>${seenOn === null ? '–' : sayDay(visit, seenOn)}</td></tr>`,
  )}</tbody></table></div>`;
};

const pager = (
  { t }: PortalVisit,
  {
    address,
    group,
    page,
    total,
  }: { readonly address: string; readonly group: Group; readonly page: number; readonly total: number },
): Part => {
  const to = (other: number, word: string): Html =>
    html`<li><a href="${address}&group=${group}&page=${other}">${word}</a></li>`;
  return html`<ul class="links no-print">${page > 1 && to(page - 1, t('families.before'))}${page * PAGE < total && to(page + 1, t('families.after'))}</ul>`;
};
