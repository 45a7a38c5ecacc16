/**
 * Figures of a place: what the facts of its families add up to, kept up with every bundle in the transaction that takes it
 * in. What counts as what is handed in by the app, which knows the indicators; here it is cells and sums.
 *
 * Invariant, for each place with a row in `figure_state`: `indicator_figure` is the sum over `family_summary` of what
 * `count` makes of its facts on the day `counted_on`. Whoever changes one of them holds the feed of the place.
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

export type CountFigures = {
  /** Names the content: figures that were made by another are made again. */
  readonly content: string;
  /** What the facts of one family add on a day, of those recorded under one of these names of the place. */
  readonly count: (facts: JsonValue, today: string, facilities: ReadonlySet<string>) => readonly FigureCount[];
  /** What families add less what they added before, on that day. */
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

/** Of any number of counts, one for each cell; cells to which nothing is added are left out. */
export const sumCells = (counts: Iterable<FigureCount>): readonly FigureCount[] => {
  const cells = new Map<string, FigureCount>();
  for (const one of counts) {
    const cell = `${one.indicator}\n${one.month}\n${one.stratum}\n${one.value}`;
    const before = cells.get(cell);
    cells.set(cell, before === undefined ? one : plus(before, one));
  }
  return [...cells.values()].filter(
    ({ denominator, numerator, unknown, total }) =>
      denominator !== 0 || numerator !== 0 || unknown !== 0 || total !== 0,
  );
};

const plus = (a: FigureCount, b: FigureCount): FigureCount => ({
  ...a,
  denominator: a.denominator + b.denominator,
  numerator: a.numerator + b.numerator,
  unknown: a.unknown + b.unknown,
  total: a.total + b.total,
});

export const taken = (counts: readonly FigureCount[]): readonly FigureCount[] =>
  counts.map((one) => ({
    ...one,
    denominator: -one.denominator,
    numerator: -one.numerator,
    unknown: -one.unknown,
    total: -one.total,
  }));
