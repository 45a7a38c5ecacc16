/**
 * The families of a centre that may be one family, pair by pair, for whoever may open its register. Each reading is
 * written to the audit log.
 */
import { type Html, html, type Part } from '@denba/kit/html/html';
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
import { sayDay } from '../words/say-day.ts';
import { type DoublePair, readComparedOn, readPairs } from './read-doubles.ts';
import { sayReasons } from './say-reasons.ts';

/** Two of them are a pair. */
type OfPair = Kept & { readonly pair: DoublePair };

const MOST = 200;

export const doublesPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const open = await openPlace(site, visit);
  if (open === null || !isCentre(open.place)) return { kind: 'notFound' };
  if (!open.mayReadRegister) return { kind: 'notAllowed' };
  const { t } = visit;
  const { place, period } = open;
  const pairs = await readPairs(site.db, place.id);
  const day = await readComparedOn(site.db, place.id);
  const { rows, total } = await readFamilies(site.db, {
    place: place.id,
    account: visit.account,
    address: visit.address,
    at: visit.now,
    about: 'doubles',
    kinds: null,
    from: 0,
    most: MOST,
    choose: (kept) => inPairs(kept, pairs),
  });
  return {
    kind: 'page',
    page: portalLayout(
      visit,
      open,
      {
        title: t('doubles.title', { place: place.name }),
        page: null,
        pathOfForm: pathOf(placeAddress(place.id, period, 'doubles')),
      },
      html`<p class="warning">${t('families.audited')}</p>
<p id="doubles">${day === null ? t('doubles.not-yet') : t('doubles.count', { count: total / 2, day: sayDay(visit, day) })}</p>
<p class="soft">${t('doubles.what')}</p>
${rows.length > 0 && table(visit, rows)}
${total > MOST && html`<p>${t('doubles.first', { count: MOST / 2 })}</p>`}
<ul class="links no-print"><li><a href="${placeAddress(place.id, period, 'quality')}">${t('doubles.back')}</a></li></ul>`,
    ),
  };
};

const inPairs = (kept: readonly Kept[], pairs: readonly DoublePair[]): readonly OfPair[] => {
  const byFamily = new Map(kept.map((one) => [one.family, one]));
  return pairs.flatMap((pair): readonly OfPair[] => {
    const [one, other] = [byFamily.get(pair.family), byFamily.get(pair.other)];
    // One of them was merged since the comparison.
    return one === undefined || other === undefined ? [] : [one, other].map((family) => ({ ...family, pair }));
  });
};

/** Each pair is a group of rows under the reason, so that the reason is in sight on a narrow screen too. */
const table = (visit: PortalVisit, rows: readonly OfPair[]): Html => {
  const { t } = visit;
  const head = (text: string): Part => html`<th scope="col">${text}</th>`;
  const row = ({ family, summary }: OfPair): Part => {
    const numbers = registerNumbers(summary.children);
    const days = (all: readonly (string | null)[]): string =>
      all.flatMap((day) => (day === null ? [] : [sayDay(visit, day)])).join(', ') || '–';
    const seen = summary.children.flatMap(({ seenOn }) => seenOn ?? []).toSorted();
    return html`<tr><th scope="row">${sayFamily(visit, { family, numbers })}</th><td>${summary.village ?? '–'}</td>
<td>${days(summary.children.map(({ birthDate }) => birthDate))}</td><td>${days(seen.slice(-1))}</td></tr>`;
  };
  const pairs = rows.filter((_, at) => at % 2 === 0);
  return html`<div class="scroll" role="group" aria-labelledby="doubles" tabindex="0"><table>
<thead><tr>${head(t('families.family'))}${head(t('families.village'))}${head(t('doubles.born'))}${head(t('families.seen'))}</tr></thead>
${pairs.map(
  (
    { pair },
    at,
  ) => html`<tbody><tr><th scope="rowgroup" colspan="4"><span class="held">${t(pair.strength === 'likely' ? 'doubles.likely' : 'doubles.possible')}${t('changed.colon')} ${sayReasons(visit, pair.reasons)}</span></th></tr>
${rows.slice(2 * at, 2 * at + 2).map(row)}</tbody>`,
)}</table></div>`;
};
