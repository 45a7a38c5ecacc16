/** The sections of an indicator's page, each a picture with its table. */
import { html, type Part } from '@denba/kit/html/html';
import { indicatorAddress } from '../address.ts';
import type { Period } from '../period/period.ts';
import { bars } from '../pictures/bars.ts';
import { placeDots } from '../pictures/place-dots.ts';
import { placeMap } from '../pictures/place-map.ts';
import { shortNames } from '../pictures/short-names.ts';
import { trend } from '../pictures/trend.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayMonth, sayMonthShort } from '../words/months.ts';
import { sayNumber, sayTick, sayValue } from '../words/numbers.ts';
import { sayClosed } from '../words/say-closed.ts';
import { sayFigure } from '../words/say-figure.ts';
import { figureTable } from './figure-rows.ts';
import { hiddenPlaces, withoutHidden } from './hidden-places.ts';
import type { IndicatorFigures, PlaceFigure } from './indicator-figures.ts';

const ticksOf =
  (visit: PortalVisit, { unit }: IndicatorFigures['indicator']) =>
  (value: number): string =>
    sayTick(visit, value, unit);

export const trendSection = (visit: PortalVisit, { indicator, months }: IndicatorFigures, period: Period): Part => {
  const { t } = visit;
  const known = months.filter(({ figure: { value } }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  const say = (value: number | null | undefined): string =>
    value == null ? '–' : sayValue(visit, value, indicator.unit);
  return html`<section aria-labelledby="trend"><h2 id="trend">${t('indicator.trend')}</h2>
<div class="beside">${
    first !== undefined &&
    last !== undefined &&
    trend(
      months.map(({ month, figure }) => ({
        ...{ label: sayMonthShort(visit, month), value: figure.value, interval: figure.interval },
        inPeriod: month >= period.from && month <= period.to,
      })),
      {
        says: t('indicator.trend-says', {
          ...{ first: sayMonth(visit, first.month), earlier: say(first.figure.value) },
          ...{ last: sayMonth(visit, last.month), now: say(last.figure.value) },
        }),
        say: ticksOf(visit, indicator),
      },
    )
  }
${figureTable(visit, indicator, {
  ...{ id: 'by-month', caption: t('indicator.by-month'), first: t('table.month') },
  rows: months.map(({ month, figure, closed }) => ({
    ...{ name: sayMonth(visit, month), figure, own: month >= period.from && month <= period.to },
    below: sayClosed(visit, indicator, closed, figure),
  })),
})}</div></section>`;
};

/** Counts of places of different size are compared by a thousand people, or not at all. */
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
    ...{ count: values.length, low: say(Math.min(...values)), high: say(Math.max(...values)) },
  });
  return html`<section aria-labelledby="places"><h2 id="places">${t('indicator.places')}</h2>
${isCount && html`<p class="soft">${t(values.length > 0 ? 'indicator.per-thousand' : 'indicator.not-compared')}</p>`}
<div class="${values.length > 0 && 'beside'}">${
    values.length > 0 &&
    placeDots(
      sorted.map((one, at) => ({
        ...{ name: short[at] ?? '', value: rateOf(one), interval: one.figure.interval, own: one.place.id === own },
      })),
      {
        ...{ together: isCount ? togetherPerThousand : (together?.value ?? null), says },
        say: isCount ? (value) => sayTick(visit, value, 'n') : ticksOf(visit, indicator),
      },
    )
  }
${figureTable(visit, indicator, {
  ...{ id: 'by-place', caption: t('indicator.by-place'), first: t('table.place') },
  rows: [
    ...sorted.map(({ place, figure, perThousand }) => ({
      name: html`<a href="${indicatorAddress(place.id, indicator.code, open.period)}">${place.name}</a>`,
      ...{ figure, perThousand, own: place.id === own },
    })),
    ...(together === null
      ? []
      : [{ name: t('table.together'), figure: together, perThousand: togetherPerThousand, own: true }]),
  ],
})}</div>
${hiddenPlaces(visit, open, indicator, hidden)}</section>`;
};

export const strataSections = (visit: PortalVisit, { indicator, strata }: IndicatorFigures): readonly Part[] =>
  strata.map(({ dimension, strata: parts }) => {
    const counted = indicator.kind === 'coverage' ? ({ ...indicator, kind: 'count', unit: 'n' } as const) : indicator;
    const shown = parts.filter(({ value, figure }) => value !== '?' || (figure.denominator ?? figure.numerator) > 0);
    const title = visit.text(dimension.label);
    const says = shown
      .map(({ label, figure }) => `${visit.text(label)}: ${sayFigure(visit, counted, figure)}`)
      .join('; ');
    return html`<section aria-labelledby="by-${dimension.name}"><h2 id="by-${dimension.name}">${title}</h2>
<div class="beside">${bars(
      shown.map(({ label, figure }) => ({
        ...{ name: visit.text(label), value: figure.value },
        text: figure.value === null ? '–' : sayFigure(visit, counted, figure),
      })),
      says,
    )}
${figureTable(visit, counted, {
  ...{ id: `table-${dimension.name}`, caption: title, first: title },
  rows: shown.map(({ label, figure }) => ({ name: visit.text(label), figure })),
})}</div></section>`;
  });

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
      ...{ caption: t(isAreas ? 'indicator.map-areas-table' : 'indicator.map-table'), first: t('table.place') },
      rows: listed.map(({ place, figure, perThousand, number }) => ({
        name: isAreas
          ? html`<a href="${indicatorAddress(place.id, indicator.code, open.period)}">${number}. ${place.name}</a>`
          : `${number}. ${place.name}`,
        ...{ figure, perThousand },
      })),
    })
  }
${hiddenPlaces(visit, open, indicator, places.length - listed.length)}
${missing > 0 && html`<p class="soft">${t(isAreas ? 'indicator.map-areas-missing' : 'indicator.map-missing', { count: missing })}</p>`}</div></div></section>`;
};
