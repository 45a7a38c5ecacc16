/**
 * A published column of figures in the form in which it is shipped: integers (figure × scale), stored as differences of
 * some order, without trailing zeros. Decoding is exact: an integer divided by a power of ten gives the double nearest
 * to the printed decimal, the same double that parsing the text would give.
 */
export type CompactColumn = {
  /** A power of ten. */
  readonly scale: number;
  /** How many times differences were taken (0: the values are the scaled figures themselves). */
  readonly order: number;
  readonly values: readonly number[];
};

/** Decodes the `rows` figures of a column. */
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
