/** Places that all say « not shown »: one sentence for them, with a way on to what can be shown. */
import type { Indicator } from '@denba/indicators/indicator';
import { html, type Part } from '@denba/kit/html/html';
import { indicatorAddress } from '../address.ts';
import { alignmentOf } from '../period/period.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalVisit } from '../portal-visit.ts';
import type { PlaceFigure } from './indicator-figures.ts';

/** Rows that say something: her own place always does. One hidden place alone is named. */
export const withoutHidden = <One extends PlaceFigure>(places: readonly One[], own: string | null): readonly One[] => {
  const isHidden = ({ place, figure }: One): boolean => figure.why === 'tooFew' && place.id !== own;
  return places.filter(isHidden).length < 2 ? places : places.filter((one) => !isHidden(one));
};

/** `hidden`: how many rows were left out. The whole year shows more than a month; above it only a larger place does. */
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
