/**
 * What is to be seen in a row: `column:code`. Codes of the first kind are to review (something in the row cannot be
 * right, or cannot be read); the others say why a z is out of the usual, or why there is none.
 */
import type { Text } from '@denba/quantities/text';

export type ReviewCode =
  | 'not_a_number'
  | 'ambiguous_number'
  | 'not_a_date'
  | 'unknown_code'
  | 'implausible'
  | 'negative'
  | 'conflict'
  | 'too_few_cells'
  | 'too_many_cells'
  | 'out_of_order';

export const reviewWords: Readonly<Record<ReviewCode, Text>> = {
  not_a_number: { fr: "n'est pas un nombre", en: 'is not a number' },
  ambiguous_number: { fr: 'peut se lire de deux façons (2,300)', en: 'can be read in two ways (2,300)' },
  not_a_date: { fr: "n'est pas une date", en: 'is not a date' },
  unknown_code: { fr: "n'est pas un code connu", en: 'is not a known code' },
  implausible: { fr: "n'est pas une mesure possible", en: 'is not a possible measurement' },
  negative: { fr: 'est avant la naissance', en: 'is before birth' },
  conflict: { fr: "ne s'accorde pas avec l'autre colonne", en: 'does not agree with the other column' },
  too_few_cells: { fr: 'a moins de cellules que de colonnes', en: 'has fewer cells than columns' },
  too_many_cells: { fr: 'a plus de cellules que de colonnes', en: 'has more cells than columns' },
  out_of_order: {
    fr: 'vient après une mesure plus tardive du même enfant : triez le fichier par âge',
    en: 'comes after a later measurement of the same child: sort the file by age',
  },
};

/** Told of each thing to review, for the summary. */
export type Review = {
  readonly line: number;
  readonly column: string;
  readonly code: ReviewCode;
  readonly cell: string;
};

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
