/**
 * A map of places, drawn without map tiles from another server: latitude and longitude on a plane, stretched by the
 * cosine of the middle latitude, which is right to a percent over a country. The fuller a circle, the larger the value.
 * Each circle has the number of its row in the table beside it, and its name where there is room.
 */
import { type Html, html } from '@denba/kit/html/html';
import { at, picture, shortened } from './picture.ts';
import { placeLabels } from './place-labels.ts';

export type MapPlace = {
  /** The number of its row in the table beside the map. */
  readonly number: number;
  readonly name: string;
  /** The name on the map, drawn where there is room for it. */
  readonly short: string;
  /** In degrees. */
  readonly latitude: number;
  readonly longitude: number;
  readonly value: number | null;
  readonly text: string;
};

const [WIDTH, EDGE, RADIUS] = [360, 40, 10] as const;

/** Longitudes and latitudes in degrees. */
export type MapRing = readonly (readonly [longitude: number, latitude: number])[];

/** `outlines` are drawn under the places. */
export const placeMap = (places: readonly MapPlace[], says: string, outlines: readonly MapRing[] = []): Html => {
  const corners = outlines.flat().map(([longitude, latitude]) => ({ longitude, latitude }));
  const [north, south] = endsOf([...places, ...corners].map(({ latitude }) => latitude));
  const [east, west] = endsOf([...places, ...corners].map(({ longitude }) => longitude));
  const squeeze = Math.cos((((north + south) / 2) * Math.PI) / 180);
  const [wide, high] = [Math.max((east - west) * squeeze, NARROWEST), Math.max(north - south, NARROWEST)];
  const scale = (WIDTH - 2 * EDGE) / Math.max(wide, high * 0.9);
  const height = Math.round(high * scale + 2 * EDGE);
  type Where = Pick<MapPlace, 'latitude' | 'longitude'>;
  const x = (one: Where): number => at(WIDTH / 2 + (one.longitude - (east + west) / 2) * squeeze * scale);
  const y = (one: Where): number => at(height / 2 - (one.latitude - (north + south) / 2) * scale);
  const largest = Math.max(0, ...places.map(({ value }) => value ?? 0));
  const points = places.map((one) => ({ x: x(one), y: y(one), name: shortened(one.short, 18) }));
  const labels = placeLabels(points, { radius: RADIUS, width: WIDTH, height });
  const step = ({ value }: MapPlace): string =>
    value === null ? 'none' : String(largest === 0 ? 0 : Math.min(4, Math.floor((value / largest) * 5)));
  return picture(
    { width: WIDTH, height, says, kind: 'map' },
    html`<rect class="ground" x="0" y="0" width="${WIDTH}" height="${height}" rx="8"/>
${outlines.map((ring) => html`<polygon class="outline" points="${ring.map(([longitude, latitude]) => `${x({ longitude, latitude })},${y({ longitude, latitude })}`).join(' ')}"/>`)}
${places.map(
  (one) =>
    html`<circle class="spot step-${step(one)}" cx="${x(one)}" cy="${y(one)}" r="${RADIUS}"><title>${one.number}. ${one.name}: ${one.text}</title></circle>
<text class="middle spot-number on-${step(one)}" x="${x(one)}" y="${at(y(one) + 4.5)}" aria-hidden="true">${one.number}</text>`,
)}
${labels.map((label, place) => label !== null && html`<text class="strong ${label.anchor}" x="${at(label.x)}" y="${at(label.y)}">${points[place]?.name ?? ''}</text>`)}`,
  );
};

/**
 * The least extent of a map in degrees, about five kilometres, so that a map of one place is not enlarged without
 * limit.
 */
const NARROWEST = 0.05;

const endsOf = (values: readonly number[]): readonly [most: number, least: number] =>
  values.reduce<readonly [number, number]>(
    ([most, least], value) => [Math.max(most, value), Math.min(least, value)],
    [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  );
