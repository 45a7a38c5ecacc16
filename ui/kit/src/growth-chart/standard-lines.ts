/**
 * The lines of a standard and the bands between them, as a chart draws them. A chart is laid out again for every digit
 * of a weight, and only the point changes: so the last samples of each standard, and the last drawing of those samples,
 * are cached.
 */
import { sampleCurves } from '@denba/growth/curve';
import { area, type Place, polyline, round } from './chart-path.ts';
import type { ChartLine, ChartRange, ChartStandard } from './chart-standard.ts';

/** The area of the drawing that holds lines and points, in pixels. */
export type Plot = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type DrawnLines = {
  /**
   * First the two bands beyond the outermost lines, then those between lines, from the lowest up. `tone`: 0 the middle,
   * 3 beyond the outermost line.
   */
  readonly bands: readonly { readonly tone: 0 | 1 | 2 | 3; readonly path: string }[];
  /** `labelY`: the height of the label at the line's end, moved only as far as needed so that labels do not overlap. */
  readonly lines: readonly (ChartLine & { readonly path: string; readonly labelY: number | null })[];
};

export type Sampled = { readonly line: ChartLine; readonly parts: readonly (readonly Place[])[] };

const lastSamples = new WeakMap<ChartStandard, { readonly key: string; readonly samples: readonly Sampled[] }>();
const lastDrawn = new WeakMap<readonly Sampled[], { readonly key: string; readonly drawn: DrawnLines }>();

/** The lines of a standard within the view, in its units. */
export const sampledLines = (standard: ChartStandard, view: ChartRange): readonly Sampled[] => {
  const key = `${view.from} ${view.to}`;
  const last = lastSamples.get(standard);
  if (last?.key === key) return last.samples;
  const samples = sample(standard, view);
  lastSamples.set(standard, { key, samples });
  return samples;
};

type Frame = { readonly plot: Plot; readonly yRange: ChartRange; readonly textSize: number };

/** `frame` is the cache key: it must hold all that `toX` and `toY` depend on, except the sampled range of x. */
export const drawnLines = (
  samples: readonly Sampled[],
  frame: Frame,
  toX: (x: number) => number,
  toY: (y: number) => number,
): DrawnLines => {
  const key = JSON.stringify(frame);
  const last = lastDrawn.get(samples);
  if (last?.key === key) return last.drawn;
  const placed = samples.map(({ line, parts }) => ({
    line,
    parts: parts.map((part) => part.map(({ px, py }) => ({ px: toX(px), py: toY(py) }))),
  }));
  const now: DrawnLines = { bands: drawBands(placed, frame.plot), lines: labelLines(placed, frame.textSize) };
  lastDrawn.set(samples, { key, drawn: now });
  return now;
};

/** The lines within the view, in the standard's units (`px` is x, `py` is y there). */
const sample = (standard: ChartStandard, view: ChartRange): readonly Sampled[] => {
  const byPart = standard.parts.flatMap((part) => {
    const from = Math.max(part.from, view.from);
    const to = Math.min(part.to, view.to);
    if (from > to) return [];
    // Tables by age have one value per whole day: a finer step would draw stairs.
    const fine = (view.to - view.from) / 90;
    const step = standard.axis === 'length' ? Math.max(0.1, fine) : Math.max(1, Math.round(fine));
    return [
      sampleCurves(
        standard.valueAt,
        { from, to, step },
        standard.lines.map(({ z }) => z),
      ),
    ];
  });
  return standard.lines.map((line, index) => ({
    line,
    parts: byPart.map((curves) => {
      const curve = curves[index];
      return Array.from(curve?.x ?? [], (px, at) => ({ px, py: curve?.y[at] ?? 0 }));
    }),
  }));
};

/** Bands between neighbouring lines, and from the outermost to the plot's edge; blank where there is no standard. */
const drawBands = (placed: readonly Sampled[], plot: Plot): DrawnLines['bands'] => {
  const edge = (parts: readonly (readonly Place[])[], py: number) =>
    parts.map((part) => part.map(({ px }) => ({ px, py })));
  const [lowest, highest] = [placed[0], placed.at(-1)];
  if (lowest === undefined || highest === undefined) return [];
  const beyond = [
    { tone: 3 as const, path: area(lowest.parts, edge(lowest.parts, plot.y + plot.height)) },
    { tone: 3 as const, path: area(highest.parts, edge(highest.parts, plot.y)) },
  ];
  const between = placed.slice(1).map((upper, index) => {
    const lower = placed[index] ?? upper;
    const tone = Math.max(lower.line.tone, upper.line.tone) - 1;
    return { tone: Math.max(0, tone) as 0 | 1 | 2 | 3, path: area(lower.parts, upper.parts) };
  });
  return [...beyond, ...between];
};

const labelLines = (placed: readonly Sampled[], textSize: number): DrawnLines['lines'] => {
  const ends = placed.map(({ parts }) => parts.at(-1)?.at(-1)?.py ?? null);
  const known = spread(
    ends.filter((end) => end !== null),
    textSize * 1.05,
  );
  let next = 0;
  return placed.map(({ line, parts }, index) => ({
    ...line,
    path: parts.map(polyline).join(''),
    labelY: ends[index] === null ? null : round(known[next++] ?? 0),
  }));
};

/** Moves places apart by at least `gap`; the middle one stays. `places` begins with the lowest line (largest y). */
const spread = (places: readonly number[], gap: number): readonly number[] => {
  const moved = [...places];
  const middle = Math.floor(moved.length / 2);
  for (let at = middle - 1; at >= 0; at--) moved[at] = Math.max(moved[at] ?? 0, (moved[at + 1] ?? 0) + gap);
  for (let at = middle + 1; at < moved.length; at++) moved[at] = Math.min(moved[at] ?? 0, (moved[at - 1] ?? 0) - gap);
  return moved;
};
