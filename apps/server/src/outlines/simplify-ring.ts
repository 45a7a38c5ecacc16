/**
 * Simplifies a ring to as few points as a map on a screen needs: points nearer than a tolerance to the line between the
 * kept ones are left out (D. Douglas, T. Peucker, Cartographica 1973). Pure.
 */
import type { Ring } from './read-geojson.ts';

/** In degrees: about a hundred metres. */
const FINEST = 0.001;
const MOST_POINTS = 240;

/** Closed like the given ring. Coordinates have four decimals, ten metres. Returns `[]` when nothing is left of it. */
export const simplifyRing = (ring: Ring): Ring => {
  let tolerance = FINEST;
  let kept = simplified(ring, tolerance);
  while (kept.length > MOST_POINTS) {
    tolerance *= 1.6;
    kept = simplified(ring, tolerance);
  }
  return kept.length < 4 ? [] : kept.map(([x, y]) => [round(x), round(y)] as const);
};

/** Split at the point farthest from the first, for a closed line has no ends. Without recursion: rings are long. */
const simplified = (ring: Ring, tolerance: number): Ring => {
  const [first] = ring;
  if (first === undefined) return [];
  let farthest = 0;
  ring.forEach((point, at) => {
    if (distance(point, first) > distance(ring[farthest] ?? first, first)) farthest = at;
  });
  const keep = new Set([0, farthest, ring.length - 1]);
  const spans: (readonly [number, number])[] = [
    [0, farthest],
    [farthest, ring.length - 1],
  ];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    let most = tolerance;
    let at = -1;
    for (let one = from + 1; one < to; one += 1) {
      const away = fromLine(ring[one] ?? first, ring[from] ?? first, ring[to] ?? first);
      if (away <= most) continue;
      most = away;
      at = one;
    }
    if (at < 0) continue;
    keep.add(at);
    spans.push([from, at], [at, to]);
  }
  return ring.filter((_, at) => keep.has(at));
};

type Point = Ring[number];

const distance = ([x, y]: Point, [a, b]: Point): number => Math.hypot(x - a, y - b);

const fromLine = (point: Point, from: Point, to: Point): number => {
  const length = distance(from, to);
  if (length === 0) return distance(point, from);
  const [x, y] = point;
  const along = ((x - from[0]) * (to[0] - from[0]) + (y - from[1]) * (to[1] - from[1])) / length ** 2;
  const at = Math.max(0, Math.min(1, along));
  return distance(point, [from[0] + at * (to[0] - from[0]), from[1] + at * (to[1] - from[1])]);
};

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
