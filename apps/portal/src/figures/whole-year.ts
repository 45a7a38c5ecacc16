/**
 * Pages of many small parts (the cohort, growth) show a reader without the register only whole years, and no single
 * centre: the parts of shorter periods or smaller places could be worked out by subtraction. Decision 0023.
 */
import { html, type Part } from '@denba/kit/html/html';
import { type PlacePage, placeAddress } from '../address.ts';
import { alignmentOf } from '../period/period.ts';
import type { OpenPlace } from '../place/open-place.ts';
import { isCentre } from '../place/place-tree.ts';
import type { PortalVisit } from '../portal-visit.ts';

export const mayShowParts = ({ place, period, mayReadRegister }: OpenPlace): boolean =>
  mayReadRegister || (alignmentOf(period) === 'year' && !isCentre(place));

/** Shown instead of the page, with a link to what the reader may see. */
export const wholeYearOnly = ({ t }: PortalVisit, { place, period }: OpenPlace, page: PlacePage): Part => {
  const year = period.to.slice(0, 4);
  return isCentre(place)
    ? html`<p class="no-value">${t('why.not-of-centre')}</p>`
    : html`<p class="no-value">${t('why.whole-year')}</p>
<p><a href="${placeAddress(place.id, { from: `${year}-01`, to: `${year}-12` }, page)}">${t('period.year', { year })}</a></p>`;
};
