/**
 * Figures of a place: what the facts of its families add up to, kept up with every bundle in the transaction that takes it
 * in. What counts as what is handed in by the app, which knows the indicators; here it is cells and sums.
 *
 * Invariant, for each place with a row in `figure_state`: `indicator_figure` is the sum over `family_summary` of what its
 * facts add on the day `counted_on`. Whoever changes one of them holds the feed of the place.
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

/** Sums of what the facts of families add, each of those recorded under one of these names of the place, on a day. */
export type FigureSums = {
  readonly add: (facts: JsonValue, today: string, facilities: ReadonlySet<string>) => void;
  /** Takes away what they added. */
  readonly take: (facts: JsonValue, today: string, facilities: ReadonlySet<string>) => void;
  /** One for each cell; cells to which nothing is added are left out. */
  readonly counts: () => readonly FigureCount[];
};

export type CountFigures = {
  /** Names how facts are told of entries, by the release. */
  readonly factsBy: string;
  /** Names the content, after `factsBy`: figures that were made by another are counted again, of facts that stand if they can be. */
  readonly content: string;
  /** Codes of those that say how many are there: what came and went in all months until then. */
  readonly stocks: readonly string[];
  /** Sums of nothing yet. */
  readonly sums: () => FigureSums;
  /** What families add less what they added before, on that day: one for each cell. */
  readonly change: (
    before: readonly JsonValue[],
    after: readonly JsonValue[],
    today: string,
    facilities: ReadonlySet<string>,
  ) => readonly FigureCount[];
  /** Days after this one on which more of the facts becomes true. */
  readonly changesAfter: (facts: JsonValue, today: string) => readonly string[];
};

/** With the day on which it is counted. */
export type Figures = CountFigures & { readonly today: string };

export type CountedPlace = {
  /** The day on which its figures are counted: today, or later where the clock of the server was put back. */
  readonly day: string;
  /** Names under which its phones record. */
  readonly facilities: ReadonlySet<string>;
};
