/**
 * Moves labels apart that would overlap, in one pass down and one pass up. Returns the heights in the order given.
 * Pure.
 */
export const spreadApart = (heights: readonly number[], least: number, lowest: number): readonly number[] => {
  const order = heights.map((height, at) => ({ height, at })).toSorted((a, b) => a.height - b.height);
  const moved = new Map<number, number>();
  let above = Number.NEGATIVE_INFINITY;
  for (const { height, at } of order) {
    above = Math.max(height, above + least);
    moved.set(at, above);
  }
  let below = lowest + least;
  for (const { at } of order.toReversed()) {
    below = Math.min(moved.get(at) ?? 0, below - least);
    moved.set(at, below);
  }
  return heights.map((height, at) => moved.get(at) ?? height);
};
