/** Rows of a table, one bit each, 32 in a word: what a column says of fifty rows is said at once. */
export type RowSet = Int32Array;

export const rowSet = (rowCount: number, rows: readonly number[]): RowSet => {
  const set = new Int32Array(Math.ceil(rowCount / 32));
  for (const row of rows) set[row >> 5] = (set[row >> 5] as number) | (1 << (row & 31));
  return set;
};

export const addRows = (set: RowSet, rows: RowSet): void => {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] as number) | (rows[word] as number);
};

export const noRows = (set: RowSet): void => {
  for (let word = 0; word < set.length; word++) set[word] = 0;
};

export const hasRow = (set: RowSet, row: number): boolean => ((set[row >> 5] as number) & (1 << (row & 31))) !== 0;
