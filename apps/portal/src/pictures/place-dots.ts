/**
 * Places one below the other, each with its value and its 95 % interval; a stroke shows the value of all places
 * together.
 */
import { type Html, html } from '@denba/kit/html/html';
import { at, picture, scaleOver, shortened } from './picture.ts';

export type PlaceDot = {
  readonly name: string;
  readonly value: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly own: boolean;
};

const [WIDTH, LEFT, RIGHT, ROW, FOOT] = [360, 158, 14, 22, 24] as const;

export const placeDots = (
  rows: readonly PlaceDot[],
  {
    together,
    says,
    say,
  }: { readonly together: number | null; readonly says: string; readonly say: (value: number) => string },
): Html => {
  const spread = rows.flatMap(({ value, interval }) => [value ?? 0, interval?.low ?? 0, interval?.high ?? 0]);
  const { low, high, ticks } = scaleOver([together ?? 0, ...spread], 3);
  const x = (value: number): number => at(LEFT + ((value - low) / (high - low)) * (WIDTH - LEFT - RIGHT));
  const height = rows.length * ROW + FOOT;
  return picture(
    { width: WIDTH, height, says, kind: 'places' },
    html`${ticks.map(
      (tick) =>
        html`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="${height - FOOT}"/><text class="middle" x="${x(tick)}" y="${height - 6}">${say(tick)}</text>`,
    )}
${together !== null && html`<line class="together" x1="${x(together)}" x2="${x(together)}" y1="0" y2="${height - FOOT}"/>`}
${rows.map(({ name, value, interval, own }, row) => {
  const y = row * ROW + ROW / 2;
  return html`<text class="${own ? 'end strong' : 'end'}" x="${LEFT - 8}" y="${y + 4}">${shortened(name, 18)}</text>
${interval !== null && html`<line class="interval" x1="${x(interval.low)}" x2="${x(interval.high)}" y1="${y}" y2="${y}"/>`}
${value !== null && html`<circle class="${own ? 'own' : 'other'}" cx="${x(value)}" cy="${y}" r="5"/>`}`;
})}`,
  );
};
