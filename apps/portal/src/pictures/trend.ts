/** Values month by month with their 95 % interval. A month without a value leaves a gap: no value is interpolated. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { at, picture, scaleOver } from './picture.ts';

export type TrendPoint = {
  readonly label: string;
  readonly value: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** True for the months of the chosen period, false for those before it. */
  readonly inPeriod: boolean;
};

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [360, 190, 50, 10, 10, 34] as const;

export const trend = (
  points: readonly TrendPoint[],
  { says, say }: { readonly says: string; readonly say: (value: number) => string },
): Html => {
  const { low, high, ticks } = scaleOver(
    points.flatMap(({ value, interval }) => [value ?? 0, interval?.low ?? 0, interval?.high ?? 0]),
  );
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, points.length);
  const x = (place: number): number => at(LEFT + step * (place + 0.5));
  const y = (value: number): number => at(TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM));
  const everyMonth = Math.ceil(points.length / 12);
  return picture(
    { width: WIDTH, height: HEIGHT, says, kind: 'trend' },
    html`${ticks.map(
      (tick) =>
        html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick)}" y2="${y(tick)}"/><text class="end" x="${LEFT - 5}" y="${at(y(tick) + 4)}">${say(tick)}</text>`,
    )}
${points.map(
  ({ interval }, place) =>
    interval !== null &&
    html`<line class="interval" x1="${x(place)}" x2="${x(place)}" y1="${y(interval.low)}" y2="${y(interval.high)}"/>`,
)}
${runs(points).map((run) => html`<polyline class="line" points="${run.map((place) => `${x(place)},${y(points[place]?.value ?? 0)}`).join(' ')}"/>`)}
${points.map(
  ({ value, inPeriod }, place) =>
    value !== null &&
    html`<circle class="${inPeriod ? 'own' : 'other'}" cx="${x(place)}" cy="${y(value)}" r="${inPeriod ? 5 : 3.5}"/>`,
)}
${points.map(({ label }, place): Part => place % everyMonth === 0 && html`<text class="middle" x="${x(place)}" y="${HEIGHT - BOTTOM + 16}">${label}</text>`)}`,
  );
};

/** The indices of neighbouring points that have a value, in runs of at least two. */
const runs = (points: readonly TrendPoint[]): readonly (readonly number[])[] => {
  const found: number[][] = [];
  points.forEach(({ value }, place) => {
    if (value === null) return;
    const last = found.at(-1);
    if (last !== undefined && last.at(-1) === place - 1) last.push(place);
    else found.push([place]);
  });
  return found.filter((run) => run.length > 1);
};
