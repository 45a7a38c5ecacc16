/**
 * How many cases lie in each band, with the curve of the standard: half of it below zero, one in forty-four below −2.
 */
import { type Html, html } from '@denba/kit/html/html';
import { at, picture } from './picture.ts';

export type Band = { readonly from: number; readonly count: number };

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [360, 200, 10, 10, 10, 30] as const;
const [LOW, HIGH, STEP] = [-6, 4, 0.5] as const;

/** Bands of half a standard deviation; values outside −6 to 4 are drawn in the band at the edge. */
export const histogram = (
  bands: readonly Band[],
  { says, cut }: { readonly says: string; readonly cut: number },
): Html => {
  const all = bands.reduce((sum, { count }) => sum + count, 0);
  const places = Array.from({ length: (HIGH - LOW) / STEP }, (_, place) => LOW + place * STEP);
  const shares = places.map(
    (from, place) =>
      bands
        .filter(
          (band) =>
            band.from === from || (place === 0 && band.from < LOW) || (place === places.length - 1 && band.from > from),
        )
        .reduce((sum, { count }) => sum + count, 0) / Math.max(1, all),
  );
  const top = Math.max(NORMAL_PEAK * STEP, ...shares) * 1.08;
  const x = (z: number): number => at(LEFT + ((z - LOW) / (HIGH - LOW)) * (WIDTH - LEFT - RIGHT));
  const y = (share: number): number => at(TOP + (1 - share / top) * (HEIGHT - TOP - BOTTOM));
  const curve = Array.from({ length: 61 }, (_, point) => LOW + (point / 60) * (HIGH - LOW));
  return picture(
    { width: WIDTH, height: HEIGHT, says, kind: 'histogram' },
    html`${places.map((from, place) => {
      const share = shares[place] ?? 0;
      return (
        share > 0 &&
        html`<rect class="${from < cut ? 'bar' : 'bar soft'}" x="${at(x(from) + 1)}" y="${y(share)}" width="${at(x(from + STEP) - x(from) - 2)}" height="${at(y(0) - y(share))}"/>`
      );
    })}
<polyline class="line second" points="${curve.map((z) => `${x(z)},${y(normal(z) * STEP)}`).join(' ')}"/>
<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(0)}" y2="${y(0)}"/>
<line class="together" x1="${x(cut)}" x2="${x(cut)}" y1="${TOP}" y2="${y(0)}"/>
${[-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4].map((z) => html`<text class="middle" x="${x(z)}" y="${HEIGHT - BOTTOM + 16}">${String(z).replace('-', '−')}</text>`)}`,
  );
};

const NORMAL_PEAK = 1 / Math.sqrt(2 * Math.PI);

const normal = (z: number): number => NORMAL_PEAK * Math.exp(-(z * z) / 2);
