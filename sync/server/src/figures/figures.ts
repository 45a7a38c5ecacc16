/**
 * Figures of a place: sums over the facts of its families, updated with every bundle in the transaction that receives
 * it. The app, which knows the indicators, decides what counts as what; this package knows only cells and sums.
 *
 * Invariant, for each place with a row in `figure_state`: `indicator_figure` is the sum over `family_summary` of what
 * its facts add on the day `counted_on`. A transaction that changes one of them must hold the feed of the place.
 */
import type { JsonValue } from '@denba/records/canonical-json';

/** One cell, and what is added to it. Whole numbers. */
export type FigureCount = {
  readonly indicator: string;
  readonly month: string;
  readonly stratum: string;
  readonly value: string;
  readonly denominator: number;
  readonly numerator: number;
  readonly unknown: number;
  readonly total: number;
};

/**
 * Sums of what the facts of families add on the day `today`. Only facts recorded under one of `facilities`, the ids of
 * the place, count.
 */
export type FigureSums = {
  readonly add: (facts: JsonValue, today: string, facilities: ReadonlySet<string>) => void;
  /** Subtracts what these facts added. */
  readonly take: (facts: JsonValue, today: string, facilities: ReadonlySet<string>) => void;
  /** One count per cell; cells whose sums are all zero are left out. */
  readonly counts: () => readonly FigureCount[];
};

export type CountFigures = {
  /** Identifies how facts are derived from entries; set by the release. */
  readonly factsBy: string;
  /**
   * Identifies the counted content; begins with `factsBy`. Figures made by other content are counted anew, from the
   * stored facts if `factsBy` is the same.
   */
  readonly content: string;
  /**
   * Codes of the stock indicators (how many are there now): sums of arrivals and departures in all months until then.
   */
  readonly stocks: readonly string[];
  /** Returns sums that start at zero. */
  readonly sums: () => FigureSums;
  /** What `after` adds less what `before` added, on the day `today`: one count per cell. */
  readonly change: (
    before: readonly JsonValue[],
    after: readonly JsonValue[],
    today: string,
    facilities: ReadonlySet<string>,
  ) => readonly FigureCount[];
  /** Days after `today` on which further facts begin to count. */
  readonly changesAfter: (facts: JsonValue, today: string) => readonly string[];
};

/** The indicators together with the day on which they are counted. */
export type Figures = CountFigures & { readonly today: string };

export type CountedPlace = {
  /** The day on which its figures are counted: today, or later if the server's clock was set back. */
  readonly day: string;
  /** Ids of the place under which its phones record. */
  readonly facilities: ReadonlySet<string>;
};
