/**
 * Digit preference score: how unevenly the last digit of a measurement is used, 0 (evenly) to 100 (always the same).
 * 100·√(χ²/(N·(k−1))), k = 10 digits; under 8 excellent, under 12 good, under 20 acceptable, else problematic.
 * Source: SMART/ENA plausibility check, as in nutriverse's nipnTK (digitPreference).
 */
export type DigitPreference = {
  readonly of: number;
  /** The step whose digits were examined: 10 g, 0.1 cm or 1 mm. */
  readonly step: number;
  readonly score: number | null;
  readonly rating: 'excellent' | 'good' | 'acceptable' | 'problematic' | null;
};

const DIGITS = 10;

export const digitPreference = (values: readonly number[], step: number): DigitPreference => {
  const counts = new Array<number>(DIGITS).fill(0);
  for (const value of values) {
    const digit = Math.round(value / step) % DIGITS;
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  const of = values.length;
  if (of === 0) return { of, step, score: null, rating: null };
  const expected = of / DIGITS;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const score = Math.round(100 * 100 * Math.sqrt(chiSquare / (of * (DIGITS - 1)))) / 100;
  return { of, step, score, rating: ratingOf(score) };
};

const ratingOf = (score: number): NonNullable<DigitPreference['rating']> =>
  score < 8 ? 'excellent' : score < 12 ? 'good' : score < 20 ? 'acceptable' : 'problematic';
