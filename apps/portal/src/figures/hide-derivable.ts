/**
 * Of parts whose sum is shown, one hidden part alone is the sum less the others: then the smallest of the others is hidden
 * with it. Known as complementary suppression.
 */
import type { Figure } from '@denba/indicators/figure/figure';

export const hideDerivable = (parts: readonly Figure[]): readonly Figure[] => {
  const few = parts.filter(({ why }) => why === 'tooFew');
  if (few.length !== 1) return parts;
  const shown = parts.filter(({ why, ...figure }) => why === null && sizeOf(figure) > 0);
  const smallest = shown.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
  return parts.map((part) => (part === smallest ? hidden(part) : part));
};

const sizeOf = ({ numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>): number =>
  denominator ?? numerator;

/** The same figure, not shown. */
export const hidden = ({ indicator }: Figure): Figure => ({
  indicator,
  numerator: 0,
  denominator: null,
  unknown: 0,
  value: null,
  interval: null,
  why: 'tooFew',
  parts: [],
});
