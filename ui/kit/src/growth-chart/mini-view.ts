/** Chooses the part of a standard that a small chart shows: the child's points and some room after them. */
import type { ChartRange, ChartStandard } from './chart-standard.ts';

/** The smallest range of x, in the unit of the axis: 8 weeks, 8 weeks of gestation, 8 cm. */
const least = { age: 56, postMenstrualAge: 56, gestation: 56, length: 8 } as const;

export const closeView = (standard: ChartStandard, points: readonly { readonly x: number }[]): ChartRange => {
  const first = standard.parts[0]?.from ?? 0;
  const last = standard.parts.at(-1)?.to ?? 1;
  const places = points.map(({ x }) => x);
  if (places.length === 0) return { from: first, to: Math.min(last, first + least[standard.axis]) };
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const room = Math.max(least[standard.axis], high - low) * 0.25;
  const from = standard.axis === 'age' ? 0 : Math.max(first, low - room);
  const to = Math.max(high + room, from + least[standard.axis]);
  return { from: Math.min(from, low), to };
};

/**
 * The y range from the lowest line to +1, extended to the points: at the small end, where lines lie close together,
 * this gives them more height. `undefined` where the standard has no lines.
 */
export const closeHeight = (
  standard: ChartStandard,
  { from, to }: ChartRange,
  points: readonly { readonly x: number; readonly y: number }[],
): ChartRange | undefined => {
  const lowest = standard.lines[0];
  const upper = standard.lines.find(({ z }) => z >= 1);
  const [low, high] = [standard.valueAt(from, lowest?.z ?? 0), standard.valueAt(to, upper?.z ?? 0)];
  if (low.kind !== 'value' || high.kind !== 'value') return undefined;
  const height = high.value - low.value;
  const seen = points.map(({ y }) => y).filter((y) => y > low.value - height && y < high.value + height);
  return {
    from: Math.min(low.value, ...seen) - height * 0.08,
    to: Math.max(high.value, ...seen) + height * 0.08,
  };
};
