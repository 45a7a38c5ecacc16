/**
 * The flags of a row, each `column:code`. Flags added by `review` need a person's attention (a cell cannot be right, or
 * cannot be read); those added by `add` say why a z-score is unusual or missing.
 */
import type { Review } from '../input/review.ts';

/** Collects the flags of the rows of one batch. */
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
