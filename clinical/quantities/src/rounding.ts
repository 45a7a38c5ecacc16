/**
 * Rounds halves towards +∞: 730.5 → 731, −0.5 → 0. WHO anthro rounds ages so (never banker's). Source: growth.md §1.1.
 */
export const roundHalfUp = (value: number): number => Math.floor(value + 0.5);

/**
 * Rounds to two decimals as R ≥ 4.0 does: to the nearer of the two candidates, exact ties to the even digit. WHO anthro
 * rounds every z-score so before flagging or classifying. Source: growth.md §1.2. Finite numbers only.
 */
export const roundTo2 = (value: number): number => {
  const lower = Math.floor(value * 100) / 100;
  const upper = Math.ceil(value * 100) / 100;
  const below = value - lower;
  const above = upper - value;
  if (below === above) return Math.round(lower * 100) % 2 === 0 ? lower : upper;
  return below < above ? lower : upper;
};
