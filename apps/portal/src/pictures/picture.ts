/**
 * The frame of every picture. The server draws it as SVG, without a script, with a sentence that says what it shows.
 */
import { type Html, html, type Part } from '@denba/kit/html/html';

export type PictureFrame = {
  readonly width: number;
  readonly height: number;
  /** The sentence for readers who cannot see the picture. The figures themselves are in the table beside it. */
  readonly says: string;
  readonly kind: string;
};

export const picture = ({ width, height, says, kind }: PictureFrame, body: Part): Html =>
  html`<svg class="picture ${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${says}">${body}</svg>`;

/** Rounds a coordinate to a tenth: a finer value is not visible and makes the page larger. */
export const at = (value: number): number => Math.round(value * 10) / 10;

/** A scale that includes 0 and every value, with round ticks. */
export type Scale = { readonly low: number; readonly high: number; readonly ticks: readonly number[] };

export const scaleOver = (values: readonly number[], steps = 4): Scale => {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (low === high) return { low: 0, high: 1, ticks: [0] };
  const rough = (high - low) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  const ticks = Array.from({ length: last - first + 1 }, (_, tick) => round((first + tick) * step));
  return { low: round(first * step), high: round(last * step), ticks };
};

/** Removes floating-point error, so that 0.1 + 0.2 is 0.3 on a scale. */
const round = (value: number): number => Math.round(value * 1e9) / 1e9;

/** Cuts a name to the number of letters for which a picture has room; the table has the whole name. */
export const shortened = (name: string, most: number): string =>
  name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
