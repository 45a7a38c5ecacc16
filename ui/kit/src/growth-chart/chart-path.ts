/** Lines and areas of a drawing, as SVG paths. */

/** In pixels, from the top left. */
export type Place = { readonly px: number; readonly py: number };

export const polyline = (places: readonly Place[]): string =>
  places.map(({ px, py }, index) => `${index === 0 ? 'M' : 'L'}${round(px)} ${round(py)}`).join('');

/** A tenth of a pixel is finer than any screen shows, and keeps the paths short. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** Between two lines of as many parts each. */
export const area = (one: readonly (readonly Place[])[], other: readonly (readonly Place[])[]): string =>
  one
    .map((part, index) => [...part, ...[...(other[index] ?? [])].reverse()])
    .filter((places) => places.length > 2)
    .map((places) => `${polyline(places)}Z`)
    .join('');
