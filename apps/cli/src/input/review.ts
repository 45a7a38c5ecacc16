/** Cells of a file that cannot be right or cannot be read. The row is kept; each such cell is reported and counted. */
import type { Language, Text } from '@denba/quantities/text';
import { count } from '../output/format-number.ts';

export type ReviewCode = keyof typeof words;

export type Review = {
  readonly line: number;
  readonly column: string;
  readonly code: ReviewCode;
  readonly cell: string;
};

/** The total number of reviews, and the first few of each kind. */
export type Reviews = {
  total: number;
  /** Reviews by kind; the key is `column:code`. */
  readonly kinds: Map<string, { readonly first: Review[]; total: number }>;
};

const SHOWN = 3;

export const createReviews = (): Reviews => ({ total: 0, kinds: new Map() });

export const addReview = (reviews: Reviews, review: Review): void => {
  reviews.total += 1;
  const key = `${review.column}:${review.code}`;
  const kind = reviews.kinds.get(key) ?? { first: [], total: 0 };
  kind.total += 1;
  if (kind.first.length < SHOWN) kind.first.push(review);
  reviews.kinds.set(key, kind);
};

/**
 * One line for each of the first reviews of every kind: file, line, column, what is wrong. Empty when there are none.
 */
export const reviewLines = ({ total, kinds }: Reviews, file: string, language: Language): string[] => {
  if (total === 0) return [];
  const french = language === 'fr';
  const lines = [...kinds.values()].flatMap(({ first, total: ofKind }) => {
    const shown = first.map(({ line, column, code, cell }) => {
      const text = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
      return `  ${file}:${line} [${column}] ${french ? `« ${text} »` : `“${text}”`} ${words[code][language]}`;
    });
    const left = ofKind - first.length;
    const more = count(left, language);
    if (left > 0) {
      shown.push(
        french ? `  … et ${more} ${left > 1 ? 'autres' : 'autre'} de ce genre` : `  … and ${more} more like it`,
      );
    }
    return shown;
  });
  const all = count(total, language);
  return [french ? `À revoir : ${all}.` : `To review: ${all}.`, ...lines];
};

const words = {
  not_a_number: { fr: "n'est pas un nombre", en: 'is not a number' },
  ambiguous_number: { fr: 'peut se lire de deux façons', en: 'can be read in two ways' },
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
  missing: { fr: 'manque : la ligne ne peut être rattachée', en: 'is missing: the row belongs to nobody' },
  differs: {
    fr: "n'est pas ce que disent les autres lignes du même enfant : la première est gardée",
    en: 'is not what the other rows of the same infant say: the first is kept',
  },
  twice: {
    fr: 'cette visite est déjà dans le fichier : la première est gardée',
    en: 'this visit is in the file already: the first is kept',
  },
} as const satisfies Readonly<Record<string, Text>>;
