/**
 * A flow diagram from the total on the left to its parts on the right; the thickness of each band is proportional to
 * its count.
 */
import { type Html, html } from '@denba/kit/html/html';
import { at, picture, shortened } from './picture.ts';

export type FlowPart = { readonly name: string; readonly count: number; readonly text: string };

const [WIDTH, LEFT, RIGHT, BLOCK, GAP, FULL] = [360, 0, 116, 14, 6, 190] as const;

export const flow = (
  parts: readonly FlowPart[],
  { from, says }: { readonly from: string; readonly says: string },
): Html => {
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  const rows = parts.map(({ count }) => Math.max(34, (count / Math.max(1, all)) * FULL));
  const height = rows.reduce((sum, row) => sum + row + GAP, 0) + 20;
  const thick = (count: number): number => (count / Math.max(1, all)) * FULL;
  const top = 18 + (height - 20 - FULL) / 2;
  let [leftY, rightY] = [top, 18];
  return picture(
    { width: WIDTH, height: Math.ceil(height), says, kind: 'flow' },
    html`${parts.map(({ name, count, text }, place) => {
      const [row, size] = [rows[place] ?? 0, thick(count)];
      const [a, b] = [leftY, rightY + (row - size) / 2];
      leftY += size;
      rightY += row + GAP;
      const middle = (BLOCK + RIGHT) / 2;
      const path = `M${BLOCK} ${at(a)}C${middle} ${at(a)} ${middle} ${at(b)} ${RIGHT} ${at(b)}V${at(b + size)}C${middle} ${at(b + size)} ${middle} ${at(a + size)} ${BLOCK} ${at(a + size)}Z`;
      return html`<path class="stream" d="${path}"/><rect class="bar" x="${RIGHT}" y="${at(b)}" width="6" height="${at(Math.max(1, size))}"/>
<text class="strong" x="${RIGHT + 12}" y="${at(rightY - GAP - row / 2)}">${shortened(name, 26)}</text><text x="${RIGHT + 12}" y="${at(rightY - GAP - row / 2 + 15)}">${text}</text>`;
    })}
<rect class="bar" x="${LEFT}" y="${at(top)}" width="${BLOCK}" height="${FULL}"/>
<text class="strong" x="${LEFT}" y="${at(top - 6)}">${from}</text>`,
  );
};
