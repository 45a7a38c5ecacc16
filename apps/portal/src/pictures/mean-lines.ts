/** Means by age, one line each, told apart by the style of the line and by the name at its end. */
import { type Html, html } from '@denba/kit/html/html';
import { at, picture, scaleOver } from './picture.ts';
import { spreadApart } from './spread-apart.ts';

export type MeanLine = {
  readonly name: string;
  readonly kind: 'first' | 'second' | 'third';
  /** One value for each label; `null`: nobody was measured. */
  readonly values: readonly (number | null)[];
};

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [360, 200, 40, 96, 10, 34] as const;

export const meanLines = (
  lines: readonly MeanLine[],
  {
    labels,
    says,
    say,
  }: { readonly labels: readonly string[]; readonly says: string; readonly say: (value: number) => string },
): Html => {
  const { low, high, ticks } = scaleOver(lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, labels.length - 1);
  const x = (place: number): number => at(LEFT + step * place);
  const y = (value: number): number => at(TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM));
  const drawn = lines.flatMap(({ name, kind, values }) => {
    const known = values.flatMap((value, place) => (value === null ? [] : [{ value, place }]));
    return known.length === 0 ? [] : [{ name, kind, known, last: known.at(-1) }];
  });
  const names = spreadApart(
    drawn.map(({ last }) => y(last?.value ?? 0)),
    17,
    HEIGHT - BOTTOM,
  );
  return picture(
    { width: WIDTH, height: HEIGHT, says, kind: 'means' },
    html`${ticks.map((tick) => html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick)}" y2="${y(tick)}"/><text class="end" x="${LEFT - 5}" y="${at(y(tick) + 4)}">${say(tick)}</text>`)}
${labels.map((label, place) => html`<text class="middle" x="${x(place)}" y="${HEIGHT - BOTTOM + 16}">${label}</text>`)}
${drawn.map(
  ({ name, kind, known, last }, line) =>
    html`<polyline class="line ${kind}" points="${known.map(({ value, place }) => `${x(place)},${y(value)}`).join(' ')}"/>${
      last !== undefined &&
      html`<text class="strong" x="${at(x(last.place) + 6)}" y="${at((names[line] ?? 0) + 4)}">${name}</text>`
    }`,
)}`,
  );
};
