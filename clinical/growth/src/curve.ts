/** Lines of a growth chart: the measurement at a z-score over a range of ages or lengths. */
import { centileOfZ } from './normal-distribution.ts';
import type { ValueAtZ } from './z-score.ts';

export type Curve = {
  readonly z: number;
  readonly centile: number;
  /** Whatever the standard goes by: age in days, gestation in days, or length in cm. */
  readonly x: Float64Array;
  readonly y: Float64Array;
};

const STANDARD_LINES = [-3, -2, -1, 0, 1, 2, 3] as const;

/**
 * Samples `valueAt(x, z)` from `from` to `to` inclusive, every `step` (the last point is always `to`). Points where the
 * standard has no value are left out, so that a line never holds a hole or `NaN`.
 */
export const sampleCurves = (
  valueAt: (x: number, z: number) => ValueAtZ,
  range: { readonly from: number; readonly to: number; readonly step: number },
  lines: readonly number[] = STANDARD_LINES,
): readonly Curve[] => {
  if (!(range.step > 0)) throw new RangeError(`a step above 0 is needed, not ${range.step}`);
  const places = [...samplePlaces(range)];
  return lines.map((z) => {
    const points = places.flatMap((x) => {
      const answer = valueAt(x, z);
      return answer.kind === 'value' ? [[x, answer.value] as const] : [];
    });
    return {
      z,
      centile: centileOfZ(z),
      x: Float64Array.from(points, ([x]) => x),
      y: Float64Array.from(points, ([, y]) => y),
    };
  });
};

function* samplePlaces({ from, to, step }: { from: number; to: number; step: number }): Generator<number> {
  for (let count = 0; from + count * step < to; count++) yield from + count * step;
  if (from <= to) yield to;
}
