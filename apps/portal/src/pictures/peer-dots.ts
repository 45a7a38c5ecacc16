/**
 * One place among its peers: a dot for each on one line, a large one for the place itself, and a stroke for all
 * together.
 */
import { type Html, html } from '@denba/kit/html/html';
import { at, picture, scaleOver } from './picture.ts';

export type PeerDots = {
  readonly own: number | null;
  readonly others: readonly number[];
  readonly together: number | null;
  readonly says: string;
  /** Formats the values at the two ends of the line. */
  readonly ends: (low: number, high: number) => readonly [string, string];
};

const [WIDTH, HEIGHT, EDGE, LINE] = [240, 40, 12, 14] as const;

export const peerDots = ({ own, others, together, says, ends }: PeerDots): Html => {
  const values = [...others, ...[own, together].filter((one) => one !== null)];
  const scale = scaleOver(values);
  const x = (value: number): number => at(EDGE + ((value - scale.low) / (scale.high - scale.low)) * (WIDTH - 2 * EDGE));
  const [low, high] = ends(scale.low, scale.high);
  return picture(
    { width: WIDTH, height: HEIGHT, says, kind: 'peers' },
    html`<line class="axis" x1="${EDGE}" x2="${WIDTH - EDGE}" y1="${LINE}" y2="${LINE}"/>
${others.map((value) => html`<circle class="other" cx="${x(value)}" cy="${LINE}" r="4"/>`)}
${together !== null && html`<line class="together" x1="${x(together)}" x2="${x(together)}" y1="3" y2="${2 * LINE - 3}"/>`}
${own !== null && html`<circle class="own" cx="${x(own)}" cy="${LINE}" r="7"/>`}
<text x="${EDGE}" y="${HEIGHT - 2}">${low}</text><text class="end" x="${WIDTH - EDGE}" y="${HEIGHT - 2}">${high}</text>`,
  );
};
