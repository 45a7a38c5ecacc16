/**
 * The children of a centre who were expected and did not come, for the person who goes to look for them. Each reading
 * is written to the audit log.
 */

import { type Html, html } from '@denba/kit/html/html';
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { careStatus } from '@denba/protocols/care/lists/care-status';
import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import { placeAddress } from '../address.ts';
import type { Kept } from '../families/families-behind.ts';
import { readFamilies } from '../families/read-families.ts';
import { registerNumbers, sayFamily } from '../families/say-family.ts';
import { portalLayout } from '../frame/portal-layout.ts';
import { pathOf } from '../overview/overview-page.ts';
import { openPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { sayNumber } from '../words/numbers.ts';
import { sayAge } from '../words/say-age.ts';
import { sayDay } from '../words/say-day.ts';

type Missing = {
  readonly family: string;
  readonly numbers: readonly string[];
  readonly kind: 'missed' | 'defaulted';
  readonly village: string | null;
  readonly ageDays: number | null;
  readonly expectedOn: string | null;
  readonly lateDays: number;
  readonly seenOn: string | null;
};

const MOST = 200;

export const missingPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const open = await openPlace(site, visit);
  const { rules } = site;
  if (open === null || !isCentre(open.place) || rules === null) return { kind: 'notFound' };
  if (!open.mayReadRegister) return { kind: 'notAllowed' };
  const { t, today } = visit;
  const { rows, total } = await readFamilies(site.db, {
    place: open.place.id,
    account: visit.account,
    address: visit.address,
    at: visit.now,
    about: 'missing',
    kinds: ['mami-in-care'],
    from: 0,
    most: MOST,
    choose: (kept) => missingOf(kept, rules, today),
  });
  return {
    kind: 'page',
    page: portalLayout(
      visit,
      open,
      {
        title: t('missing.title', { place: open.place.name }),
        page: null,
        pathOfForm: pathOf(placeAddress(open.place.id, open.period, 'missing')),
      },
      html`<p class="warning">${t('families.audited')}</p>
<p id="missing">${t('missing.count', { count: total, day: sayDay(visit, today) })}</p>
${rows.length > 0 && table(visit, rows)}
${total > MOST && html`<p>${t('missing.first', { count: MOST })}</p>`}`,
    ),
  };
};

/** The children who missed a visit or defaulted, the longest overdue first. */
const missingOf = (kept: readonly Kept[], rules: CareRules, today: LocalDate): readonly Missing[] =>
  kept
    .flatMap(({ family, summary }) =>
      summary.children.flatMap((child): readonly Missing[] => {
        const { kind, on, lateDays } = careStatus(child, rules, today);
        if (kind !== 'missed' && kind !== 'defaulted') return [];
        const { birthDate, seenOn } = child;
        const ageDays = birthDate === null ? null : daysBetween(birthDate, today);
        return [
          {
            family,
            numbers: registerNumbers([child]),
            kind,
            village: summary.village,
            ageDays,
            expectedOn: on,
            lateDays,
            seenOn,
          },
        ];
      }),
    )
    .toSorted((a, b) => b.lateDays - a.lateDays || (a.family < b.family ? -1 : 1));

const table = (visit: PortalVisit, rows: readonly Missing[]): Html => {
  const { t } = visit;
  const day = (on: string | null): string => (on === null ? '–' : sayDay(visit, on));
  return html`<div class="scroll" role="group" aria-labelledby="missing" tabindex="0"><table>
<thead><tr><th scope="col">${t('families.family')}</th><th scope="col">${t('missing.age')}</th><th scope="col">${t('families.village')}</th><th scope="col">${t('families.seen')}</th><th scope="col">${t('missing.expected')}</th><th scope="col" class="number">${t('missing.late')}</th><th scope="col">${t('missing.status')}</th></tr></thead>
<tbody>${rows.map(
    ({ family, numbers, kind, village, ageDays, expectedOn, lateDays, seenOn }) =>
      html`<tr><th scope="row">${sayFamily(visit, { family, numbers })}</th><td>${ageDays === null ? '–' : sayAge(visit, ageDays)}</td><td>${village ?? '–'}</td><td>${day(seenOn)}</td><td>${day(expectedOn)}</td><td class="number">${sayNumber(visit, lateDays)}</td><td>${t(`missing.${kind}`)}</td></tr>`,
  )}</tbody></table></div>`;
};
