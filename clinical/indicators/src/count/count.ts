/**
 * What a family adds to one cell of the figures. Counts of many families, places and months are added up cell by cell;
 * shares and means are made from the sums, never from other shares.
 */
export type Count = {
  readonly indicator: string;
  /** `2026-03` */
  readonly month: string;
  /** `''`: all together; else a dimension and its value: `sex=F`. */
  readonly stratum: string;
  /** Of a spread the code, of a median the whole number; else `''`. */
  readonly value: string;
  /** Facts that it is about. */
  readonly denominator: number;
  /** Those that count. */
  readonly numerator: number;
  /** Of which it is not known whether they count. */
  readonly unknown: number;
  /** Sum of the values, for a mean. */
  readonly total: number;
};

export const cellOf = ({ indicator, month, stratum, value }: Count): string =>
  `${indicator}\n${month}\n${stratum}\n${value}`;

/** Cell by cell; cells in which nothing is left are left out. In the order in which cells were first met. */
export const addCounts = (counts: Iterable<Count>): readonly Count[] => {
  const cells = new Map<string, Count>();
  for (const count of counts) {
    const cell = cellOf(count);
    const before = cells.get(cell);
    cells.set(cell, before === undefined ? count : sum(before, count));
  }
  return [...cells.values()].filter(isSomething);
};

/** What has to be added to `before` to come to `after`. */
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
