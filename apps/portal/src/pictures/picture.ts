/** The frame of every picture: drawn by the server, without a script, with what it shows in words. */
import { type Html, html, type Part } from '@denba/kit/html/html';

export type PictureFrame = {
  readonly width: number;
  readonly height: number;
  /** For those who do not see it. The figures themselves stand in a table beside it. */
  readonly says: string;
  readonly kind: string;
};

export const picture = ({ width, height, says, kind }: PictureFrame, body: Part): Html =>
  html`<svg class="picture ${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${says}">${body}</svg>`;

/** To a tenth: what is finer is not seen, and weighs. */
export const at = (value: number): number => Math.round(value * 10) / 10;

/** A scale from 0 to a round number that holds every value, with its ticks. */
export type Scale = { readonly max: number; readonly ticks: readonly number[] };

export const scaleTo = (largest: number, steps = 4): Scale => {
  const rough = Math.max(largest, Number.MIN_VALUE) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const count = Math.max(1, Math.ceil(largest / step));
  return { max: step * count, ticks: Array.from({ length: count + 1 }, (_, tick) => tick * step) };
};

/** In a picture there is room for so many letters; the table has the whole name. */
export const shortened = (name: string, most: number): string =>
  name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
