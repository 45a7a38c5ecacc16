/**
 * One falling line for each group. Lines are told apart by their colour, dashes and mark, and by the label at their
 * end.
 */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { brokenInto, stackedAt } from './line-labels.ts';
import { markAt } from './line-mark.ts';
import { at, picture } from './picture.ts';
import { DAYS, type Steps, stepPoints } from './step-curve.ts';

/** `name` includes the number of children in the group. */
export type GroupLine = Steps & { readonly name: string };

type Says = { readonly says: string; readonly axis: string; readonly percent: (value: number) => string };

const [WIDTH, LEFT, RIGHT, TOP, BOTTOM, LEAST] = [360, 50, 150, 12, 44, 170] as const;
/**
 * For labels in the font of a phone: letters per piece, height of a piece, and gap between labels, in units of the
 * picture.
 */
const [LETTERS, PIECE, GAP] = [13, 16, 5] as const;
/** The numbers of hues and dash patterns: no two lines of a breakdown share both. */
const [HUES, DASHES] = [6, 5] as const;

export const groupCurves = (lines: readonly GroupLine[], { says, axis, percent }: Says): Html => {
  const words = lines.map(({ name }) => brokenInto(name, LETTERS));
  const heights = words.map(({ length }) => length * PIECE + GAP);
  const plot = Math.max(
    LEAST,
    heights.reduce((sum, height) => sum + height, 0),
  );
  const height = TOP + plot + BOTTOM;
  const x = (day: number): number => at(LEFT + (Math.min(day, DAYS) / DAYS) * (WIDTH - LEFT - RIGHT));
  const y = (share: number): number => at(TOP + (1 - share) * plot);
  const ends = lines.map(({ steps, until }) => ({
    x: x(until),
    y: y(steps.findLast(({ day }) => day <= DAYS)?.share ?? 1),
  }));
  const tops = stackedAt(
    ends.map((end, line) => ({ wish: end.y - TOP, height: heights[line] ?? PIECE })),
    plot,
  );
  const axes = html`${[0, 25, 50, 75, 100].map(
    (tick) =>
      html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick / 100)}" y2="${y(tick / 100)}"/><text class="end" x="${LEFT - 5}" y="${at(y(tick / 100) + 4)}">${percent(tick)}</text>`,
  )}
${[0, 60, 120, 180].map((day) => html`<text class="middle" x="${x(day)}" y="${TOP + plot + 17}">${day}</text>`)}
<text x="${LEFT}" y="${height - 6}">${axis}</text>`;
  const named = lines.map((line, place): Part => {
    const [end, middle] = [ends[place], TOP + (tops[place] ?? 0) + (heights[place] ?? 0) / 2];
    if (end === undefined) return null;
    const key = WIDTH - RIGHT + 14;
    const look = `hue-${place % HUES} dash-${place % DASHES}`;
    const first = middle - ((heights[place] ?? 0) - GAP) / 2 + 12;
    return html`<polyline class="line ${look}" points="${stepPoints(line, x, y)}"/><line class="lead" x1="${end.x}" y1="${end.y}" x2="${key}" y2="${at(middle)}"/>${marks(line, place, x, y)}<line class="line ${look}" x1="${key}" x2="${key + 18}" y1="${at(middle)}" y2="${at(middle)}"/>${markAt(place, key + 9, at(middle))}
<text class="strong" x="${key + 22}" y="${at(first)}">${(words[place] ?? []).map((piece, row) => html`<tspan x="${key + 22}" dy="${row === 0 ? 0 : PIECE}">${piece}${!piece.endsWith('-') && ' '}</tspan>`)}</text>`;
  });
  return picture({ width: WIDTH, height, says, kind: 'steps groups' }, html`${axes}${named}`);
};

/**
 * The marks on a line. Each line has them a little further along than the line before, so that marks do not overlap.
 */
const marks = (
  { steps, until }: Steps,
  place: number,
  x: (day: number) => number,
  y: (share: number) => number,
): readonly Part[] =>
  [0, 60, 120]
    .map((day) => day + 20 + (place % HUES) * 6)
    .filter((day) => day <= until)
    .map((day) => markAt(place, x(day), y(steps.findLast((step) => step.day <= day)?.share ?? 1)));
