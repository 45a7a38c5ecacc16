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
    const cell = nameOf(one);
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

/**
 * What turns the cells that stand into `counts` (one per cell each): what is to be added to cells, and cells that stand
 * and have no count any more.
 */
export const cellChanges = (
  standing: readonly FigureCount[],
  counts: readonly FigureCount[],
): { readonly added: readonly FigureCount[]; readonly gone: readonly FigureCount[] } => {
  const left = new Map(standing.map((one) => [nameOf(one), one]));
  const added: FigureCount[] = [];
  for (const one of counts) {
    const name = nameOf(one);
    const before = left.get(name);
    left.delete(name);
    if (before === undefined) added.push(one);
    else if (!sameNumbers(one, before)) added.push(...taken([before]).map((less) => plus(one, less)));
  }
  return { added, gone: [...left.values()] };
};

const sameNumbers = (a: FigureCount, b: FigureCount): boolean =>
  a.denominator === b.denominator && a.numerator === b.numerator && a.unknown === b.unknown && a.total === b.total;

const nameOf = ({ indicator, month, stratum, value }: FigureCount): string =>
  `${indicator}\n${month}\n${stratum}\n${value}`;
