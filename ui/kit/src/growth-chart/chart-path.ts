/** SVG paths for the lines and areas of a drawing. */

/** A point in pixels, from the top left corner. */
export type Place = { readonly px: number; readonly py: number };

export const polyline = (places: readonly Place[]): string =>
  places.map(({ px, py }, index) => `${index === 0 ? 'M' : 'L'}${round(px)} ${round(py)}`).join('');

/** Rounds to a tenth of a pixel, which is finer than any screen shows and keeps the paths short. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** The area between two lines, each given as the same number of parts. */
export const area = (one: readonly (readonly Place[])[], other: readonly (readonly Place[])[]): string =>
  one
    .map((part, index) => [...part, ...[...(other[index] ?? [])].reverse()])
    .filter((places) => places.length > 2)
    .map((places) => `${polyline(places)}Z`)
    .join('');
