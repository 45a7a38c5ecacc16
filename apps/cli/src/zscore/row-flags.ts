/**
 * What is to be seen in a row: `column:code`. Codes of the first kind are to review (something in the row cannot be
 * right, or cannot be read); the others say why a z is out of the usual, or why there is none.
 */
import type { Review } from '../input/review.ts';

/** Gathers the flags of the rows of one batch. */
export type RowFlags = {
  readonly clear: () => void;
  readonly add: (row: number, flag: string) => void;
  readonly review: (row: number, review: Review) => void;
  readonly text: (row: number) => string;
};

export const createRowFlags = (told: (review: Review) => void): RowFlags => {
  const flags = new Map<number, string>();
  const add = (row: number, flag: string): void => {
    const before = flags.get(row);
    flags.set(row, before === undefined ? flag : `${before} ${flag}`);
  };
  return {
    clear: () => flags.clear(),
    add,
    review: (row, review) => {
      add(row, `${review.column}:${review.code}`);
      told(review);
    },
    text: (row) => flags.get(row) ?? '',
  };
};
