/** Curves of shares that only fall over the days, drawn as steps. */
import { type Html, html } from '@denba/kit/html/html';
import { at, picture } from './picture.ts';

export type Steps = {
  readonly steps: readonly { readonly day: number; readonly share: number }[];
  /** The last day for which the share is known: the line ends there. */
  readonly until: number;
};

export type StepLine = Steps & {
  readonly name: string;
  readonly kind: 'first' | 'second' | 'third';
};

/** Six months: later days are not drawn. */
export const DAYS = 180;

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [360, 210, 50, 16, 10, 38] as const;

/** Draws days 0 to 180. `percent` formats a share of 0 to 100. */
export const stepCurve = (
  lines: readonly StepLine[],
  {
    says,
    axis,
    percent,
  }: { readonly says: string; readonly axis: string; readonly percent: (value: number) => string },
): Html => {
  const x = (day: number): number => at(LEFT + (Math.min(day, DAYS) / DAYS) * (WIDTH - LEFT - RIGHT));
  const y = (share: number): number => at(TOP + (1 - share) * (HEIGHT - TOP - BOTTOM));
  return picture(
    { width: WIDTH, height: HEIGHT, says, kind: 'steps' },
    html`${[0, 25, 50, 75, 100].map(
      (tick) =>
        html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick / 100)}" y2="${y(tick / 100)}"/><text class="end" x="${LEFT - 5}" y="${at(y(tick / 100) + 4)}">${percent(tick)}</text>`,
    )}
${[0, 30, 60, 90, 120, 150, 180].map((day) => html`<text class="middle" x="${x(day)}" y="${HEIGHT - BOTTOM + 15}">${day}</text>`)}
<text class="middle" x="${at((LEFT + WIDTH - RIGHT) / 2)}" y="${HEIGHT - 6}">${axis}</text>
${lines.filter(({ steps }) => steps.length > 0).map((line) => html`<polyline class="line ${line.kind}" points="${stepPoints(line, x, y)}"/>`)}`,
  );
};

/** The corners of the line, as the `points` attribute of a polyline. */
export const stepPoints = (
  { steps, until }: Steps,
  x: (day: number) => number,
  y: (share: number) => number,
): string => {
  const inside = steps.filter(({ day }) => day <= DAYS);
  const points = inside.flatMap(({ day, share }, step) => {
    const before = inside[step - 1];
    return before === undefined ? [`${x(day)},${y(share)}`] : [`${x(day)},${y(before.share)}`, `${x(day)},${y(share)}`];
  });
  return [...points, `${x(Math.min(DAYS, until))},${y(inside.at(-1)?.share ?? 1)}`].join(' ');
};
