/**
 * A table of the LMS method: for each key (a day of age, a millimetre of length) the skewness L, the median M and the
 * coefficient of variation S of a measurement (Cole and Green, 1992; WHO Child Growth Standards, 2006).
 */
import { type CompactColumn, decodeColumn } from './compact-column.ts';
import type { Sex } from './sex.ts';

/** The table as shipped in `tables/*.json`. */
export type CompactLmsTable = {
  readonly index: string;
  readonly source: string;
  readonly edition: string;
  /** Name and SHA-256 of each published file. */
  readonly files: Readonly<Record<string, string>>;
  readonly key: string;
} & Readonly<Record<Sex, CompactLmsRows>>;

type CompactLmsRows = {
  readonly from: number;
  readonly rows: number;
  readonly l: CompactColumn;
  readonly m: CompactColumn;
  readonly s: CompactColumn;
};

/** Rows `from` to `to` inclusive; row `key` is at place `key − from` of each column. */
export type LmsRows = {
  readonly from: number;
  readonly to: number;
  readonly l: Float64Array;
  readonly m: Float64Array;
  readonly s: Float64Array;
};

export type LmsTable = Readonly<Record<Sex, LmsRows>>;

/** Uses constant property names instead of a computed key, because it is called millions of times. */
export const rowsOf = (table: LmsTable, sex: Sex): LmsRows => (sex === 'M' ? table.M : table.F);

export const decodeLmsTable = (table: CompactLmsTable): LmsTable => ({
  M: decodeRows(table.M),
  F: decodeRows(table.F),
});

const decodeRows = ({ from, rows, l, m, s }: CompactLmsRows): LmsRows => ({
  from,
  to: from + rows - 1,
  l: decodeColumn(l, rows),
  m: decodeColumn(m, rows),
  s: decodeColumn(s, rows),
});
