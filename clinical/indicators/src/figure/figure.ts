/** What is shown of an indicator for a place and a period: the value with what it is made of, or why there is none. */
export type Figure = {
  readonly indicator: string;
  readonly numerator: number;
  /** `null` when the kind has none (a count). */
  readonly denominator: number | null;
  /** Of which it is not known whether they count: part of the denominator. */
  readonly unknown: number;
  /** In the unit of the indicator (a share in percent or per mille). `null` with a reason in `why`. */
  readonly value: number | null;
  /** 95 %; `null` where none is made. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly why: NotComputable | null;
  /** Of a spread: by code, largest first. */
  readonly parts: readonly { readonly code: string; readonly count: number; readonly share: number }[];
};

export type NotComputable =
  /** Nothing happened that it could be about: not the same as none of them. */
  | 'nothingToCount'
  /** Before anybody recorded there: not the same as none. */
  | 'nothingRecorded'
  /** Every one of them is unknown. */
  | 'allUnknown'
  | 'noPopulation'
  | 'notYetFed'
  /** So few that somebody could be recognised, by a reader who may not read the register. */
  | 'tooFew'
  | 'restricted';
