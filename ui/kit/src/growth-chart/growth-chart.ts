/**
 * Computes the geometry of a growth chart, without a screen: from a standard, the child's points, a view and a size to
 * paths and places in pixels.
 *
 * Time always runs left to right, also on right-to-left pages: as on the child health cards printed in Arabic, and as
 * numbers are written. So every `px` counts from the left.
 */
import { type AxisUnit, axisUnit, type Tick, xTicks, yTicks } from './axis-ticks.ts';
import { type Place, polyline, round } from './chart-path.ts';
import type { ChartRange, ChartStandard } from './chart-standard.ts';
import { type DrawnLines, drawnLines, type Plot, type Sampled, sampledLines } from './standard-lines.ts';

/**
 * `doubtful`: flagged, or to be measured again. `now`: being typed, not saved. `corrected`: the same measurement at
 * corrected age, drawn as a cross beside the dot.
 */
export type PointKind = 'plain' | 'doubtful' | 'now' | 'corrected';

/** A measurement: `x` in days (cm for weight-for-length), `y` in the unit of the standard. */
export type ChartPoint = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** The day, or another name for the point in the table. */
  readonly label: string;
  readonly kind: PointKind;
};

/** A cut-off of the protocol drawn as a horizontal line, such as that of MUAC; `from` and `to` in the unit of x. */
export type CutOff = {
  readonly y: number;
  readonly label: string;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
};

/** A labelled vertical line at a place on the x axis, such as 64 weeks, where another standard takes over. */
export type ChartMark = { readonly x: number; readonly label: string };

export type ChartInput = {
  readonly standard: ChartStandard;
  readonly points: readonly ChartPoint[];
  readonly xRange: ChartRange;
  /** Computed from the lines and points when absent. */
  readonly yRange?: ChartRange | undefined;
  readonly cutOffs?: readonly CutOff[] | undefined;
  readonly marks?: readonly ChartMark[] | undefined;
  /** Size of the whole drawing, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Text size in pixels; 0 for a chart without text. */
  readonly textSize: number;
};

export type PlacedPoint = ChartPoint & {
  readonly px: number;
  readonly py: number;
  /** Set when y is outside the range of the chart: the point is then drawn at the edge and described in words. */
  readonly beyond: 'above' | 'below' | null;
};

export type ChartLayout = DrawnLines & {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly xRange: ChartRange;
  readonly yRange: ChartRange;
  readonly xUnit: AxisUnit;
  readonly xTicks: readonly (Tick & { readonly px: number })[];
  readonly yTicks: readonly (Tick & { readonly py: number })[];
  readonly cutOffs: readonly (CutOff & { readonly path: string; readonly start: Place })[];
  readonly marks: readonly (ChartMark & { readonly px: number })[];
  /** The points in view, sorted by x. */
  readonly points: readonly PlacedPoint[];
  /** The path through the points that are joined. It includes points out of view: the drawing clips it. */
  readonly joined: string;
};

/** Points farther from the lines than this share of the lines' height do not extend the y range. */
const STRETCH = 0.6;

export const layoutChart = (input: ChartInput): ChartLayout => {
  const { standard, points, xRange, size, textSize, cutOffs = [], marks = [] } = input;
  const samples = sampledLines(standard, xRange);
  const yRange = input.yRange ?? findYRange(samples, points, cutOffs, xRange);
  const plot = plotPlace(size, textSize);
  const toX = (x: number): number => plot.x + ((x - xRange.from) / (xRange.to - xRange.from)) * plot.width;
  const toY = (y: number): number =>
    plot.y + plot.height - ((y - yRange.from) / (yRange.to - yRange.from)) * plot.height;

  const { bands, lines } = drawnLines(samples, { plot, yRange, textSize }, toX, toY);
  const isInView = (point: ChartPoint): boolean => point.x >= xRange.from && point.x <= xRange.to;
  const byX = [...points].sort((a, b) => a.x - b.x);

  return {
    ...size,
    plot,
    xRange,
    yRange,
    xUnit: axisUnit(standard.axis, xRange),
    xTicks: xTicks(standard.axis, xRange, {
      marks: plot.width / Math.max(4, textSize * 0.5),
      labels: plot.width / Math.max(8, textSize * 1.9),
    }).map((tick) => ({ ...tick, px: round(toX(tick.at)) })),
    yTicks: yTicks(yRange, Math.min(10, plot.height / Math.max(20, textSize * 2))).map((tick) => ({
      ...tick,
      py: round(toY(tick.at)),
    })),
    bands,
    lines,
    cutOffs: cutOffs.flatMap((cutOff) => {
      const from = Math.max(cutOff.from ?? xRange.from, xRange.from);
      const to = Math.min(cutOff.to ?? xRange.to, xRange.to);
      if (from >= to || cutOff.y < yRange.from || cutOff.y > yRange.to) return [];
      const start = { px: round(toX(from)), py: round(toY(cutOff.y)) };
      return [{ ...cutOff, start, path: polyline([start, { px: toX(to), py: start.py }]) }];
    }),
    marks: marks
      .filter(({ x }) => x > xRange.from && x < xRange.to)
      .map((mark) => ({ ...mark, px: round(toX(mark.x)) })),
    points: byX.filter(isInView).map((point) => placePoint(point, toX, toY, yRange)),
    joined: polyline(byX.filter(isJoined).map(({ x, y }) => ({ px: toX(x), py: toY(y) }))),
  };
};

/** The point meant by a tap at (`px`, `py`): the nearest one, where a vertical distance counts half. */
export const nearestPoint = (points: readonly PlacedPoint[], px: number, py: number): PlacedPoint | null =>
  points.reduce<PlacedPoint | null>((best, point) => {
    const distance = (other: PlacedPoint): number => Math.hypot(other.px - px, (other.py - py) / 2);
    return best === null || distance(point) < distance(best) ? point : best;
  }, null);

/** Doubtful points are not joined, because the fall or jump may not be real; corrected ones are no measurements. */
const isJoined = ({ kind }: ChartPoint): boolean => kind === 'plain' || kind === 'now';

/** The plot area. It leaves room for numbers at the left, labels of the lines at the right, and the x axis below. */
const plotPlace = ({ width, height }: ChartInput['size'], textSize: number): Plot =>
  textSize === 0
    ? { x: 7, y: 1, width: Math.max(1, width - 14), height: Math.max(1, height - 2) }
    : {
        x: textSize * 2.3,
        y: textSize * 1.4,
        width: Math.max(1, width - textSize * 4.5),
        height: Math.max(1, height - textSize * 4.4),
      };

const findYRange = (
  samples: readonly Sampled[],
  points: readonly ChartPoint[],
  cutOffs: readonly CutOff[],
  xRange: ChartRange,
): ChartRange => {
  const drawn = samples.flatMap(({ parts }) => parts.flatMap((part) => part.map(({ py }) => py)));
  const seen = points.filter(({ x }) => x >= xRange.from && x <= xRange.to).map(({ y }) => y);
  const levels = cutOffs.map(({ y }) => y);
  const known = drawn.length > 0 ? drawn : [...seen, ...levels];
  if (known.length === 0) return { from: 0, to: 1 };
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const height = high - low || Math.max(1, Math.abs(high) * 0.2);
  const within = [...seen, ...levels].filter((y) => y > low - height * STRETCH && y < high + height * STRETCH);
  const margin = height * 0.05;
  return { from: Math.min(low, ...within) - margin, to: Math.max(high, ...within) + margin };
};

const placePoint = (
  point: ChartPoint,
  toX: (x: number) => number,
  toY: (y: number) => number,
  yRange: ChartRange,
): PlacedPoint => {
  const beyond = point.y > yRange.to ? 'above' : point.y < yRange.from ? 'below' : null;
  const y = Math.min(yRange.to, Math.max(yRange.from, point.y));
  return { ...point, px: round(toX(point.x)), py: round(toY(y)), beyond };
};
