/**
 * A table of growth velocity: for each interval (1, 2, 3, 4 or 6 months) and each window of age, L, M and S of the gain,
 * and the constant (`delta`) that WHO adds to a weight gain before taking the power, because weight may be lost.
 */
import { type CompactColumn, decodeColumn } from './compact-column.ts';
import type { Sex } from './sex.ts';

/** The table as shipped in `tables/*.json`. */
export type CompactVelocityTable = {
  readonly index: string;
  readonly source: string;
  readonly edition: string;
  readonly files: Readonly<Record<string, string>>;
  readonly unit: string;
} & Readonly<Record<Sex, readonly CompactVelocityWindows[]>>;

export type CompactVelocityWindows = {
  readonly months: number;
  readonly delta: number;
  /** First and last day of each window. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly l: CompactColumn;
  readonly m: CompactColumn;
  readonly s: CompactColumn;
};

/** One window of age of an interval, with its parameters. */
export type VelocityWindow = {
  readonly startDays: number;
  readonly endDays: number;
  readonly l: number;
  readonly m: number;
  readonly s: number;
  readonly delta: number;
};

export type VelocityInterval = { readonly months: number; readonly windows: readonly VelocityWindow[] };

export type VelocityTable = Readonly<Record<Sex, readonly VelocityInterval[]>>;

export const decodeVelocityTable = (table: CompactVelocityTable): VelocityTable => ({
  M: table.M.map(decodeInterval),
  F: table.F.map(decodeInterval),
});

const decodeInterval = ({ months, delta, starts, ends, l, m, s }: CompactVelocityWindows): VelocityInterval => {
  const rows = starts.length;
  const [ls, ms, ss] = [decodeColumn(l, rows), decodeColumn(m, rows), decodeColumn(s, rows)];
  return {
    months,
    windows: starts.map((startDays, row) => ({
      startDays,
      endDays: ends[row] ?? 0,
      l: ls[row] ?? 0,
      m: ms[row] ?? 0,
      s: ss[row] ?? 0,
      delta,
    })),
  };
};
