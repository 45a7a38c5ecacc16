/** The parameters of a skew-t type 3 by day of gestation: location, scale, skewness, degrees of freedom. */
import { type CompactColumn, decodeColumn } from './compact-column.ts';
import type { Sex } from './sex.ts';

/** The table as shipped in `tables/*.json`. */
export type CompactNewbornTable = {
  readonly index: string;
  readonly source: string;
  readonly edition: string;
  readonly files: Readonly<Record<string, string>>;
  readonly key: string;
} & Readonly<Record<Sex, CompactNewbornRows>>;

type CompactNewbornRows = {
  readonly from: number;
  readonly rows: number;
  readonly mu: CompactColumn;
  readonly sigma: CompactColumn;
  readonly nu: CompactColumn;
  readonly tau: CompactColumn;
};

export type NewbornRows = {
  readonly from: number;
  readonly to: number;
  readonly mu: Float64Array;
  readonly sigma: Float64Array;
  readonly nu: Float64Array;
  readonly tau: Float64Array;
};

export type NewbornTable = Readonly<Record<Sex, NewbornRows>>;

export const decodeNewbornTable = (table: CompactNewbornTable): NewbornTable => ({
  M: decodeRows(table.M),
  F: decodeRows(table.F),
});

const decodeRows = ({ from, rows, mu, sigma, nu, tau }: CompactNewbornRows): NewbornRows => ({
  from,
  to: from + rows - 1,
  mu: decodeColumn(mu, rows),
  sigma: decodeColumn(sigma, rows),
  nu: decodeColumn(nu, rows),
  tau: decodeColumn(tau, rows),
});
