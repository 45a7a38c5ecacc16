/**
 * A published column of figures as it is shipped: integers (figure × scale), written as differences of some order,
 * without the zeros at its end. Decoding is exact: an integer divided by a power of ten is the double nearest to the
 * decimal that was printed, the same double that reading the text would give.
 */
export type CompactColumn = {
  /** A power of ten. */
  readonly scale: number;
  /** How many times the differences were taken (0 = the figures themselves). */
  readonly order: number;
  readonly values: readonly number[];
};

/** The `rows` figures of a column. */
export const decodeColumn = (column: CompactColumn, rows: number): Float64Array => {
  const figures = new Float64Array(rows);
  figures.set(column.values);
  for (let pass = 0; pass < column.order; pass++) {
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      sum += figures[row] ?? 0;
      figures[row] = sum;
    }
  }
  for (let row = 0; row < rows; row++) figures[row] = (figures[row] ?? 0) / column.scale;
  return figures;
};
