/**
 * Derives one measurement from several readings. Two readings that agree give their mean; when they differ by more than
 * the allowed maximum, a third is asked for, and the mean of the closest two is used.
 *
 * Source: mami.md §5.3, after the survey protocol of Grijalva-Eternod 2021 (Nutrients 13:2489, appendix); the allowed
 * differences (100 g, 0.7 cm, 5 mm) are parameters of the protocol. When a third reading lies exactly between the other
 * two, neither pair is closer and the middle reading is used, which is the mean of the three.
 */
export type Measured = {
  /**
   * The value to use; with too few readings, the best available so far. Not rounded to the precision of the instrument.
   */
  readonly value: number;
  readonly remaining: 'none' | 'second' | 'third';
  /** The difference between the two readings that were used; 0 when there is only one. */
  readonly difference: number;
  /** The maximum difference that the protocol allows; `null` when unknown. */
  readonly allowed: number | null;
  /**
   * False with a single reading, when even the closest two differ by more than the maximum, or when the maximum is
   * unknown.
   */
  readonly agrees: boolean;
};

/** `allowed`: in the unit of the readings. Throws `RangeError` without a reading. */
export const measure = (readings: readonly number[], allowed: number | null): Measured => {
  const sorted = [...readings].sort((a, b) => a - b);
  const [first] = sorted;
  if (first === undefined) throw new RangeError('a measurement needs at least one reading');
  if (sorted.length === 1) return { value: first, remaining: 'second', difference: 0, allowed, agrees: false };
  const { value, difference } = closestTwo(sorted);
  const agrees = allowed !== null && difference <= allowed + DECIMAL_NOISE;
  return { value, difference, allowed, agrees, remaining: !agrees && sorted.length === 2 ? 'third' : 'none' };
};

/** Tolerance for binary fractions: 46.7 − 46.0 is 0.7000000000000028 in binary and 0.7 on the measuring board. */
const DECIMAL_NOISE = 1e-9;

const closestTwo = (sorted: readonly number[]): { value: number; difference: number } => {
  const pairs = sorted
    .slice(1)
    .map((high, index) => ({ low: sorted[index] ?? high, high }))
    .map(({ low, high }) => ({ low, high, difference: tidy(high - low) }));
  const smallest = Math.min(...pairs.map((pair) => pair.difference));
  const closest = pairs.filter((pair) => pair.difference === smallest);
  const low = closest[0]?.low ?? 0;
  const high = closest.at(-1)?.high ?? 0;
  return { value: tidy((low + high) / 2), difference: smallest };
};

/** Rounds away the binary noise of decimal readings; no instrument shows so many digits. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;
