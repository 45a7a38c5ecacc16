/** Adds up counts per cell. */
import type { FigureCount } from './figures.ts';

/** One count per cell; cells whose sums are all zero are left out. */
export const sumCells = (counts: Iterable<FigureCount>): readonly FigureCount[] =>
  eachCell(counts).filter(
    ({ denominator, numerator, unknown, total }) =>
      denominator !== 0 || numerator !== 0 || unknown !== 0 || total !== 0,
  );

/** Like `sumCells`, but keeps cells that add up to zero: arrivals equal to departures are a figure too. */
export const eachCell = (counts: Iterable<FigureCount>): readonly FigureCount[] => {
  const cells = new Map<string, FigureCount>();
  for (const one of counts) {
    const cell = `${one.indicator}\n${one.month}\n${one.stratum}\n${one.value}`;
    const before = cells.get(cell);
    cells.set(cell, before === undefined ? one : plus(before, one));
  }
  return [...cells.values()];
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
