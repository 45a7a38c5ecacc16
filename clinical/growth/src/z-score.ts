/**
 * The result of a growth standard for one measurement: a z-score, or the reason why there is none. Never `NaN`.
 *
 * `raw` is the exact z; `z` is `raw` rounded to two decimals, which is what WHO flags, compares and prints.
 */
export type ZScore =
  | { readonly kind: 'scored'; readonly z: number; readonly raw: number }
  /** Computed, but so extreme that an error is more likely than a real value: measure again. Kept, not erased. */
  | { readonly kind: 'flagged'; readonly z: number; readonly raw: number }
  | { readonly kind: 'missing'; readonly what: Input }
  /** Not a possible value (zero, negative, infinite): a data-entry error. */
  | { readonly kind: 'implausible'; readonly what: Input; readonly value: number }
  /** A possible value, but outside the range of the standard. */
  | { readonly kind: 'outOfRange'; readonly what: Input; readonly value: number }
  /** With oedema the measured weight is not the child's own. */
  | { readonly kind: 'notValid'; readonly because: 'oedema' };

export type Input =
  | 'sex'
  | 'age'
  | 'gestationalAge'
  | 'weight'
  | 'length'
  | 'headCircumference'
  | 'muac'
  | 'triceps'
  | 'subscapular'
  | 'bmi'
  | 'gain'
  | 'z';

/** The rounded z of a score that has one, flagged or not; otherwise `null`. */
export const computedZ = (score: ZScore): number | null =>
  score.kind === 'scored' || score.kind === 'flagged' ? score.z : null;

/** The rounded z of a score that may be used in counts; `null` when it is flagged or there is none. */
export const acceptedZ = (score: ZScore): number | null => (score.kind === 'scored' ? score.z : null);

/** A measurement at a given z, for curves, or the reason why there is none. */
export type ValueAtZ =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'outOfRange'; readonly what: Input; readonly value: number };
