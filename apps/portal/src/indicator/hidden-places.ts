/** When several places are "not shown", one sentence replaces their rows, with a link to a page that shows more. */
import type { Indicator } from '@denba/indicators/indicator';
import { html, type Part } from '@denba/kit/html/html';
import { indicatorAddress } from '../address.ts';
import { alignmentOf } from '../period/period.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalVisit } from '../portal-visit.ts';
import type { PlaceFigure } from './indicator-figures.ts';

/**
 * The places without the hidden ones. The reader's own place always stays, and a single hidden place stays with its
 * name.
 */
export const withoutHidden = <One extends PlaceFigure>(places: readonly One[], own: string | null): readonly One[] => {
  const isHidden = ({ place, figure }: One): boolean => figure.why === 'tooFew' && place.id !== own;
  return places.filter(isHidden).length < 2 ? places : places.filter((one) => !isHidden(one));
};

/**
 * `hidden`: how many rows were left out. The link leads to the whole year, which shows more than a month; from a whole
 * year it leads to the parent.
 */
export const hiddenPlaces = (
  { t }: PortalVisit,
  { place, parent, period }: OpenPlace,
  { code }: Indicator,
  hidden: number,
): Part => {
  if (hidden === 0) return null;
  const year = period.to.slice(0, 4);
  const isYear = alignmentOf(period) === 'year';
  const way = isYear
    ? parent !== null && html`<a href="${indicatorAddress(parent.id, code, period)}">${parent.name}</a>`
    : html`<a href="${indicatorAddress(place.id, code, { from: `${year}-01`, to: `${year}-12` })}">${t('period.year', { year })}</a>`;
  return html`<p class="no-value">${t('indicator.places-hidden', { count: hidden })}</p>
${way !== false && html`<p class="no-print">${t('indicator.places-shown')} ${way}</p>`}`;
};
