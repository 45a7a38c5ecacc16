/** Running sums per cell: many facts are added up without keeping the counts of each fact. */
import type { Count } from './count.ts';

/** The numbers that are added to a cell. */
export type Part = Pick<Count, 'denominator' | 'numerator' | 'unknown' | 'total'>;

export type Sums = {
  /** `times` -1 subtracts what was added before. */
  readonly add: (cell: Omit<Count, keyof Part>, part: Part, times?: 1 | -1) => void;
  /** The cells in which some number is not 0, in the order in which they first occurred. */
  readonly counts: () => readonly Count[];
};

type Cell = { -readonly [Name in keyof Count]: Count[Name] };

export const createSums = (): Sums => {
  const cells: Cell[] = [];
  const byMonth = new Map<string, Map<string, Map<string, Cell>>>();
  return {
    add: ({ indicator, month, stratum, value }, { denominator, numerator, unknown, total }, times = 1) => {
      const ofMonth = ownOf(ownOf(byMonth, indicator), month);
      // Hardly any cell has a value, so a key is concatenated only for those that do.
      const name = value === '' ? stratum : `${stratum}\n${value}`;
      let cell = ofMonth.get(name);
      if (cell === undefined) {
        cell = { indicator, month, stratum, value, denominator: 0, numerator: 0, unknown: 0, total: 0 };
        ofMonth.set(name, cell);
        cells.push(cell);
      }
      cell.denominator += times * denominator;
      cell.numerator += times * numerator;
      cell.unknown += times * unknown;
      cell.total += times * total;
    },
    counts: () =>
      cells.filter(
        ({ denominator, numerator, unknown, total }) =>
          denominator !== 0 || numerator !== 0 || unknown !== 0 || total !== 0,
      ),
  };
};

const ownOf = <Of>(maps: Map<string, Map<string, Of>>, name: string): Map<string, Of> => {
  const known = maps.get(name);
  if (known !== undefined) return known;
  const own = new Map<string, Of>();
  maps.set(name, own);
  return own;
};
