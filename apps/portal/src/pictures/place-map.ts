/**
 * Places where they lie, without a tile from elsewhere: latitude and longitude on a plane, stretched by the cosine of the
 * middle latitude, which is right to a percent over a country. The fuller a circle, the larger the value.
 */
import { type Html, html } from '@denba/kit/html/html';
import { at, picture, shortened } from './picture.ts';

export type MapPlace = {
  readonly name: string;
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  readonly value: number | null;
  readonly text: string;
};

const [WIDTH, EDGE, MOST_NAMES] = [360, 40, 40] as const;

/** `parts`: steps of fullness, 0 to 4. */
export const placeMap = (places: readonly MapPlace[], says: string): Html => {
  const [north, south] = [Math.max(...places.map(latitudeOf)), Math.min(...places.map(latitudeOf))];
  const [east, west] = [
    Math.max(...places.map(({ longitude }) => longitude)),
    Math.min(...places.map(({ longitude }) => longitude)),
  ];
  const squeeze = Math.cos((((north + south) / 2) * Math.PI) / 180);
  const [wide, high] = [Math.max((east - west) * squeeze, NARROWEST), Math.max(north - south, NARROWEST)];
  const scale = (WIDTH - 2 * EDGE) / Math.max(wide, high * 0.9);
  const height = Math.round(high * scale + 2 * EDGE);
  const x = (one: MapPlace): number => at(WIDTH / 2 + (one.longitude - (east + west) / 2) * squeeze * scale);
  const y = (one: MapPlace): number => at(height / 2 - (one.latitude - (north + south) / 2) * scale);
  const largest = Math.max(0, ...places.map(({ value }) => value ?? 0));
  return picture(
    { width: WIDTH, height, says, kind: 'map' },
    html`<rect class="ground" x="0" y="0" width="${WIDTH}" height="${height}" rx="8"/>
${places.map((one) => {
  const step = one.value === null ? 'none' : largest === 0 ? 0 : Math.min(4, Math.floor((one.value / largest) * 5));
  return html`<circle class="spot step-${step}" cx="${x(one)}" cy="${y(one)}" r="9"><title>${one.name}: ${one.text}</title></circle>`;
})}
${places.length <= MOST_NAMES && places.map((one) => html`<text class="middle strong" x="${x(one)}" y="${at(y(one) - 13)}">${shortened(one.name, 16)}</text><text class="middle" x="${x(one)}" y="${at(y(one) + 21)}">${one.text}</text>`)}`,
  );
};

/** About five kilometres: one place alone is no map of the world. */
const NARROWEST = 0.05;

const latitudeOf = ({ latitude }: MapPlace): number => latitude;
