/**
 * What is shown of an indicator for a place and a period: the value with the counts it is made of, or why there is no
 * value.
 */
export type Figure = {
  readonly indicator: string;
  readonly numerator: number;
  /** `null` when the kind has none (a count, a stock), and where the figure is not shown. */
  readonly denominator: number | null;
  /** Number of those in the denominator for which it is not known whether they count. */
  readonly unknown: number;
  /**
   * In the unit of the indicator (a share in percent or per mille). `null` when there is none: `why` says the reason.
   */
  readonly value: number | null;
  /** 95 % confidence interval of a share; `null` for the other kinds. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly why: NotComputable | null;
  /** For a spread: count per code and its share in percent, largest first. */
  readonly parts: readonly { readonly code: string; readonly count: number; readonly share: number }[];
};

export type NotComputable =
  /** There is no fact that the indicator could be about: not the same as a value of 0. */
  | 'nothingToCount'
  /** The period lies before anybody recorded at that place: not the same as 0. */
  | 'nothingRecorded'
  /** For every fact of the denominator it is unknown whether it counts. */
  | 'allUnknown'
  | 'noPopulation'
  | 'notYetFed'
  /** A cell is so small that somebody could be recognised, and the reader may not read the register. */
  | 'tooFew'
  | 'restricted';
