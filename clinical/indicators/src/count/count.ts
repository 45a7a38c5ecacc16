/**
 * What a family adds to one cell of the figures. Counts of many families, places and months are added up cell by cell;
 * shares and means are made from the sums, never from other shares.
 */
export type Count = {
  readonly indicator: string;
  /** `2026-03` */
  readonly month: string;
  /** `''` for the total; otherwise a dimension and its value: `sex=F`. */
  readonly stratum: string;
  /** The code for a spread, the whole number for a median; `''` for the other kinds. */
  readonly value: string;
  /** Number of facts that the indicator is about. */
  readonly denominator: number;
  /** Number of those for which `when` holds. For a stock: arrivals minus departures. */
  readonly numerator: number;
  /** Number of those for which it is not known whether `when` holds. */
  readonly unknown: number;
  /** Sum of the values in thousandths (`TOTAL_SCALE`), for a mean. */
  readonly total: number;
};

export const cellOf = ({ indicator, month, stratum, value }: Count): string =>
  `${indicator}\n${month}\n${stratum}\n${value}`;

/**
 * Adds counts up cell by cell, in the order in which the cells first occur. Cells in which every number is 0 are left
 * out.
 */
export const addCounts = (counts: Iterable<Count>): readonly Count[] => {
  const cells = new Map<string, Count>();
  for (const count of counts) {
    const cell = cellOf(count);
    const before = cells.get(cell);
    cells.set(cell, before === undefined ? count : sum(before, count));
  }
  return [...cells.values()].filter(isSomething);
};

/** The counts that must be added to `before` to get `after`. */
export const differenceOf = (before: readonly Count[], after: readonly Count[]): readonly Count[] =>
  addCounts([...after, ...before.map(negative)]);

const sum = (a: Count, b: Count): Count => ({
  ...a,
  denominator: a.denominator + b.denominator,
  numerator: a.numerator + b.numerator,
  unknown: a.unknown + b.unknown,
  total: a.total + b.total,
});

const negative = (count: Count): Count => ({
  ...count,
  denominator: -count.denominator,
  numerator: -count.numerator,
  unknown: -count.unknown,
  total: -count.total,
});

const isSomething = ({ denominator, numerator, unknown, total }: Count): boolean =>
  denominator !== 0 || numerator !== 0 || unknown !== 0 || total !== 0;
