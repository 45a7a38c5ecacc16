/**
 * Shares in tenths of a percent that add up to exactly 1000 after rounding, by the largest remainder method (A.
 * Hamilton). A reader who adds up the rows of a table gets a hundred.
 */
export const wholeShares = (counts: readonly number[]): readonly number[] => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count / all) * 1000);
  const floors = exact.map(Math.floor);
  const missing = 1000 - floors.reduce((sum, floor) => sum + floor, 0);
  const rounded = new Set(
    exact
      .map((share, at) => ({ at, rest: share - Math.floor(share) }))
      .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
      .slice(0, missing)
      .map(({ at }) => at),
  );
  return floors.map((floor, at) => floor + (rounded.has(at) ? 1 : 0));
};
