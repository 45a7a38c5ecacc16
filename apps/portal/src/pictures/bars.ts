/** Parts one below the other as bars, each with its value at the end. */
import { type Html, html } from '@denba/kit/html/html';
import { at, picture, scaleOver, shortened } from './picture.ts';

export type Bar = { readonly name: string; readonly value: number | null; readonly text: string };

const [WIDTH, LEFT, RIGHT, ROW] = [360, 134, 62, 24] as const;

export const bars = (rows: readonly Bar[], says: string): Html => {
  const { low, high } = scaleOver(rows.map(({ value }) => value ?? 0));
  const x = (value: number): number => at(LEFT + ((value - low) / (high - low)) * (WIDTH - LEFT - RIGHT));
  return picture(
    { width: WIDTH, height: rows.length * ROW, says, kind: 'bars' },
    rows.map(({ name, value, text }, row) => {
      const y = row * ROW;
      const [from, to] = [x(Math.min(0, value ?? 0)), x(Math.max(0, value ?? 0))];
      return html`<text class="end" x="${LEFT - 8}" y="${y + 16}">${shortened(name, 21)}</text>
${value !== null && html`<rect class="bar" x="${from}" y="${y + 4}" width="${at(to - from)}" height="${ROW - 8}"/>`}
<text class="strong" x="${at(to + 6)}" y="${y + 16}">${text}</text>`;
    }),
  );
};
