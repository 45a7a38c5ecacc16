/** Places on a map, with their table. */
import { html, type Part } from '@denba/kit/html/html';
import { indicatorAddress } from '../address.ts';
import { placeMap } from '../pictures/place-map.ts';
import { shortNames } from '../pictures/short-names.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayFigure } from '../words/say-figure.ts';
import { figureTable } from './figure-rows.ts';
import { hiddenPlaces, withoutHidden } from './hidden-places.ts';
import type { IndicatorFigures } from './indicator-figures.ts';

export const mapSection = (
  visit: PortalVisit,
  open: OpenPlace,
  { indicator, map, outlines }: IndicatorFigures,
): Part => {
  const { t } = visit;
  const { kind, places } = map;
  const isCount = indicator.unit === 'n';
  const short = shortNames(places.map(({ place }) => place.name));
  const placed = places.flatMap(({ place: { name }, where, figure, perThousand }, at) => {
    if (where === null) return [];
    const text = figure.value === null ? '–' : sayFigure(visit, indicator, figure);
    const value = isCount ? perThousand : figure.value;
    return [{ number: at + 1, name, short: short[at] ?? name, ...where, value, text }];
  });
  if (placed.length < 2) return null;
  const missing = places.length - placed.length;
  const isAreas = kind === 'areas';
  const listed = withoutHidden(
    places.map((one, at) => ({ ...one, number: at + 1 })),
    null,
  );
  return html`<section aria-labelledby="map"><h2 id="map">${t('indicator.map')}</h2>
${isAreas && html`<p class="soft">${t('indicator.map-areas')}</p>`}
<div class="beside"><div>${placeMap(
    placed,
    t(isAreas ? 'indicator.map-areas-says' : 'indicator.map-says', { count: placed.length }),
    outlines.flatMap(({ rings }) => rings),
  )}
<p class="soft">${t(isCount ? 'indicator.map-key-per' : 'indicator.map-key')}</p></div>
<div>${
    listed.length > 0 &&
    figureTable(visit, indicator, {
      id: 'map-table',
      caption: t(isAreas ? 'indicator.map-areas-table' : 'indicator.map-table'),
      first: t('table.place'),
      rows: listed.map(({ place, figure, perThousand, number }) => ({
        name: isAreas
          ? html`<a href="${indicatorAddress(place.id, indicator.code, open.period)}">${number}. ${place.name}</a>`
          : `${number}. ${place.name}`,
        figure,
        perThousand,
      })),
    })
  }
${hiddenPlaces(visit, open, indicator, places.length - listed.length)}
${missing > 0 && html`<p class="soft">${t(isAreas ? 'indicator.map-areas-missing' : 'indicator.map-missing', { count: missing })}</p>`}</div></div></section>`;
};
