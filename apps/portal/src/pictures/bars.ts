/** Bars, one below the other, each with its name above it and its value at its end. */
import { type Html, html } from '@denba/kit/html/html';
import { at, picture, scaleOver, shortened } from './picture.ts';

export type Bar = { readonly name: string; readonly value: number | null; readonly text: string };

const [WIDTH, RIGHT, ROW, NAME, BAR] = [360, 66, 42, 18, 16] as const;
/** The number of letters that fit on a phone. */
const MOST = 44;

export const bars = (rows: readonly Bar[], says: string): Html => {
  const { low, high } = scaleOver(rows.map(({ value }) => value ?? 0));
  const x = (value: number): number => at(((value - low) / (high - low)) * (WIDTH - RIGHT));
  return picture(
    { width: WIDTH, height: rows.length * ROW, says, kind: 'bars' },
    rows.map(({ name, value, text }, row) => {
      const y = row * ROW;
      const [from, to] = [x(Math.min(0, value ?? 0)), x(Math.max(0, value ?? 0))];
      return html`<text x="0" y="${y + 13}">${shortened(name, MOST)}</text>
${value !== null && html`<rect class="bar" x="${from}" y="${y + NAME}" width="${at(to - from)}" height="${BAR}"/>`}
<text class="strong" x="${at(to + 6)}" y="${y + NAME + 13}">${text}</text>`;
    }),
  );
};
