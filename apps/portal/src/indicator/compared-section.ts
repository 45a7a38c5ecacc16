/** Places compared with each other, with their table. */
import { html, type Part } from '@denba/kit/html/html';
import { indicatorAddress } from '../address.ts';
import { placeDots } from '../pictures/place-dots.ts';
import { shortNames } from '../pictures/short-names.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayNumber, sayTick, sayValue } from '../words/numbers.ts';
import { figureTable } from './figure-rows.ts';
import { hiddenPlaces, withoutHidden } from './hidden-places.ts';
import type { IndicatorFigures, PlaceFigure } from './indicator-figures.ts';
import { ticksOf } from './ticks-of.ts';

/**
 * Counts of places of different size are compared per thousand people; when the population is not known they are not
 * compared.
 */
export const comparedSection = (
  visit: PortalVisit,
  open: OpenPlace,
  { indicator, compared }: IndicatorFigures,
): Part => {
  const { t } = visit;
  const { together, togetherPerThousand, own } = compared;
  const places = withoutHidden(compared.places, own);
  const hidden = compared.places.length - places.length;
  if (compared.places.length === 0) return null;
  const isCount = indicator.unit === 'n';
  const rateOf = (one: PlaceFigure): number | null => (isCount ? one.perThousand : one.figure.value);
  const values = places.flatMap((one) => rateOf(one) ?? []);
  const sorted = places.toSorted(
    (a, b) => (rateOf(b) ?? Number.MIN_SAFE_INTEGER) - (rateOf(a) ?? Number.MIN_SAFE_INTEGER),
  );
  const short = shortNames(sorted.map(({ place }) => place.name));
  const say = (value: number): string =>
    isCount ? sayNumber(visit, value, 1) : sayValue(visit, value, indicator.unit);
  const says = t(isCount ? 'indicator.places-per' : 'indicator.places-says', {
    count: values.length,
    low: say(Math.min(...values)),
    high: say(Math.max(...values)),
  });
  return html`<section aria-labelledby="places"><h2 id="places">${t('indicator.places')}</h2>
${isCount && html`<p class="soft">${t(values.length > 0 ? 'indicator.per-thousand' : 'indicator.not-compared')}</p>`}
<div class="${values.length > 0 && 'beside'}">${
    values.length > 0 &&
    placeDots(
      sorted.map((one, at) => ({
        name: short[at] ?? '',
        value: rateOf(one),
        interval: one.figure.interval,
        own: one.place.id === own,
      })),
      {
        together: isCount ? togetherPerThousand : (together?.value ?? null),
        says,
        say: isCount ? (value) => sayTick(visit, value, 'n') : ticksOf(visit, indicator),
      },
    )
  }
${figureTable(visit, indicator, {
  id: 'by-place',
  caption: t('indicator.by-place'),
  first: t('table.place'),
  rows: [
    ...sorted.map(({ place, figure, perThousand }) => ({
      name: html`<a href="${indicatorAddress(place.id, indicator.code, open.period)}">${place.name}</a>`,
      figure,
      perThousand,
      own: place.id === own,
    })),
    ...(together === null
      ? []
      : [{ name: t('table.together'), figure: together, perThousand: togetherPerThousand, own: true }]),
  ],
})}</div>
${hiddenPlaces(visit, open, indicator, hidden)}</section>`;
};
