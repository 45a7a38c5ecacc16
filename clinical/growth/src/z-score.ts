/**
 * What a growth standard answers about one measurement: a z-score, or the reason why there is none. Never `NaN`.
 *
 * `raw` is the exact z; `z` is `raw` rounded to two decimals, which is what WHO flags, compares and prints.
 */
export type ZScore =
  | { readonly kind: 'scored'; readonly z: number; readonly raw: number }
  /** Computed, but so far out that an error is likelier than the child: measure again. Kept, not erased. */
  | { readonly kind: 'flagged'; readonly z: number; readonly raw: number }
  | { readonly kind: 'missing'; readonly what: Input }
  /** Not a possible value (zero, negative, infinite): an error of entry. */
  | { readonly kind: 'implausible'; readonly what: Input; readonly value: number }
  /** Possible, but the standard does not go there. */
  | { readonly kind: 'outOfRange'; readonly what: Input; readonly value: number }
  /** Oedema: the weight is not that of the child. */
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

/** The rounded z of a score that has one, flagged or not; else `null`. */
export const computedZ = (score: ZScore): number | null =>
  score.kind === 'scored' || score.kind === 'flagged' ? score.z : null;

/** The rounded z of a score that may be counted; `null` when it is flagged or there is none. */
export const acceptedZ = (score: ZScore): number | null => (score.kind === 'scored' ? score.z : null);

/** A measurement at a given z, for curves, or the reason why there is none. */
export type ValueAtZ =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'outOfRange'; readonly what: Input; readonly value: number };
